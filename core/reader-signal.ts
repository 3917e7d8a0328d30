import { z } from 'zod'

/** What a reader's own lamp and buzzer can tell about a tap. */
export const readerSignal = z.enum(['done', 'warning', 'refused'])
export type ReaderSignal = z.infer<typeof readerSignal>

/** Why a reader did not give the signal. */
export const signalRefusal = z.enum([
  'not-allowed', // the reader, its driver or its settings do not carry the command out
  'no-card', // it takes commands only while a card lies there
  'no-reader', // it is gone, or its process is being started again
])
export type SignalRefusal = z.infer<typeof signalRefusal>
