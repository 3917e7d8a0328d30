import type { DoorCode } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'

type CodesOf<Member> = Member extends { codes: readonly (infer Code)[] } ? Code : never

/** Every code that any question through the door may fail with; a catalogue has a sentence for each. */
export type FailureCode =
  | DoorCode
  | { [G in keyof Ipc]: { [N in keyof Ipc[G]]: CodesOf<Ipc[G][N]> }[keyof Ipc[G]] }[keyof Ipc]
