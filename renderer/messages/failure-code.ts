import type { z } from 'zod'
import type { Call, DoorCode } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'

type CodesOf<Member> = Member extends Call<z.ZodType, z.ZodType, infer Code> ? Code : never

/** Every code that any question through the door may fail with; a catalogue has a sentence for each. */
export type FailureCode =
  | DoorCode
  | { [G in keyof Ipc]: { [N in keyof Ipc[G]]: CodesOf<Ipc[G][N]> }[keyof Ipc[G]] }[keyof Ipc]
