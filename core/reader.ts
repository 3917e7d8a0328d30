import { z } from 'zod'
import { cardSource } from './card/warnings.ts'

/**
 * What a person is told about card readers. One service (PC/SC) carries any number of readers.
 *
 * - `starting`: the reader process has not reported yet
 * - `no-service`: pcscd / the Smart Card service is not reachable; `reason` says what is known
 * - `no-reader`: the service answers, nothing is plugged in
 * - `ready`: at least one reader
 * - `restarting`: the reader process died or hung and is being started again
 */
export const readerService = z.enum(['starting', 'no-service', 'no-reader', 'ready', 'restarting'])
export type ReaderService = z.infer<typeof readerService>

/** Why a card that lies on a reader gave no UID. */
export const unreadableReason = z.enum([
  'no-uid', // the reader answers that it has no UID for this card (6A81, 6D00, 6E00)
  'bad-answer', // an answer that is no UID: success without data, too long, truncated, unknown status
  'moved', // the card left or lost contact before the answer was complete
  'mute', // the card does not answer the reset
  'timeout', // the card answered nothing in time; the reader is busy until it leaves
  'in-use', // another program holds the card exclusively
])
export type UnreadableReason = z.infer<typeof unreadableReason>

const hex = z.string().regex(/^([0-9A-F]{2})*$/)

export const slotState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('reading') }),
  z.object({ kind: z.literal('card'), uid: hex, atr: hex }),
  /** `atr` is empty where the card did not even tell that. */
  z.object({ kind: z.literal('unreadable'), reason: unreadableReason, atr: hex }),
])
export type SlotState = z.infer<typeof slotState>

export const readerView = z.object({
  /** The name that PC/SC gives; unique among the readers of one status. */
  name: z.string(),
  simulated: z.boolean(),
  slot: slotState,
})
export type ReaderView = z.infer<typeof readerView>

export const noServiceReason = z.enum(['not-running', 'access-denied', 'unknown'])

export const readerStatus = z.object({
  service: readerService,
  reason: noServiceReason.nullable(),
  readers: z.array(readerView),
})
export type ReaderStatus = z.infer<typeof readerStatus>

/** One presentation of one card. UID and ATR are upper-case hexadecimal, UID in the canonical order of `core/card-number`. */
export const tap = z.object({
  uid: hex.refine((value) => value.length >= 2 && value.length <= 20, 'a UID has 1 to 10 bytes'),
  atr: hex,
  reader: z.string(),
  simulated: z.boolean(),
  /** Of the card's first NDEF text record; null: it has none, or nobody asked for it. */
  ndefText: z.string().max(2048).nullable(),
  /** Only of a reader that types: whether it passes on the whole number. */
  source: cardSource.extract(['keyboard', 'keyboard-part']).optional(),
})
export type Tap = z.infer<typeof tap>
