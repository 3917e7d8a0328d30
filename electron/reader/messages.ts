import { z } from 'zod'
import { readerStatus, tap } from '../../core/reader.ts'

/** What the reader process says to its parent; nothing is said the other way. */
export const fromReader = z.discriminatedUnion('type', [
  /** The heartbeat: silence means that the process hangs. */
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('status'), status: readerStatus }),
  z.object({ type: z.literal('tap'), tap }),
])
export type FromReader = z.infer<typeof fromReader>

export const HEARTBEAT_MS = 250
