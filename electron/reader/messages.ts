import { z } from 'zod'
import { readerStatus, tap } from '../../core/reader.ts'
import { readerSignal, signalRefusal } from '../../core/reader-signal.ts'

/** What is asked of one reader. */
export const readerQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signal'), signal: readerSignal }),
])
export type ReaderQuestion = z.infer<typeof readerQuestion>

/** The answer to a question of the same kind. */
export const readerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signal'), refusal: signalRefusal.nullable() }),
])
export type ReaderAnswer = z.infer<typeof readerAnswer>

/** What the reader process is told by its parent. */
export const toReader = z.discriminatedUnion('type', [
  /** Each question is answered once, under its id. */
  z.object({ type: z.literal('ask'), id: z.int(), reader: z.string(), question: readerQuestion }),
  /** Whether the text on a tag is read after its UID, from the next card on; not until this is said. */
  z.object({ type: z.literal('read-text'), on: z.boolean() }),
])
export type ToReader = z.infer<typeof toReader>

/** What the reader process says to its parent. */
export const fromReader = z.discriminatedUnion('type', [
  /** The heartbeat: silence means that the process hangs. */
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('status'), status: readerStatus }),
  z.object({ type: z.literal('tap'), tap }),
  z.object({ type: z.literal('answer'), id: z.int(), answer: readerAnswer }),
])
export type FromReader = z.infer<typeof fromReader>

export const HEARTBEAT_MS = 250
