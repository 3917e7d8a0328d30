import { z } from 'zod'
import { nextLabel } from '../card-profile.ts'
import { cardUid } from '../card-number.ts'
import { cardRefusalReason, cardSource } from '../card/warnings.ts'
import { pageSize } from '../page.ts'
import { personKind } from '../person.ts'

const moment = z.iso.datetime()

/** How the labels of a quick scan run: `prefix`, and a number filled with zeros to so many digits. */
export const scanRule = z.strictObject({
  prefix: z.string().max(40),
  digits: z.int().min(1).max(20),
  /** Longer than a JavaScript number may be. */
  next: z.string().regex(/^[0-9]{1,20}$/),
})
export type ScanRule = z.infer<typeof scanRule>

/** Laid down to be labelled, or met where it belonged to nobody. */
export const looseSource = z.enum(['scan', 'unknown'])
export type LooseSource = z.infer<typeof looseSource>

/** A card that nobody has. */
export const looseCard = z.strictObject({
  uid: cardUid,
  /** What was written on it; null: it was met, not scanned. */
  label: z.string().nullable(),
  source: looseSource,
  /** What kind of card it is, as far as its reader told; empty when it is not known. */
  atr: z.string(),
  readBy: cardSource,
  /** Of the reader, as people call it. */
  reader: z.string(),
  /** The desk's wall clock, for display. */
  firstSeenAt: moment,
  lastSeenAt: moment,
  /** How often it was laid on a reader. */
  taps: z.int().min(1),
})
export type LooseCard = z.infer<typeof looseCard>

/** A card as it was scanned; who has it meanwhile. */
export const scannedCard = z.strictObject({ ...looseCard.shape, holder: z.string().nullable() })
export type ScannedCard = z.infer<typeof scannedCard>

export const scanView = z.strictObject({
  id: z.uuid(),
  startedAt: moment,
  /** null: it goes on. */
  endedAt: moment.nullable(),
  /** To be written on the next card; null: the digits are used up. */
  nextLabel: z.string().nullable(),
  count: z.int().min(0),
  /** The last ones, newest first, at most 8. */
  recent: z.array(scannedCard),
})
export type ScanView = z.infer<typeof scanView>

/** A card that was laid down. Without an op id: a card is one card, however often it is asked. */
export const metCard = z.strictObject({
  uid: cardUid,
  atr: z.string(),
  source: cardSource,
  reader: z.string().max(200),
})
export type MetCard = z.infer<typeof metCard>

/** What became of a card in a quick scan. Only `labelled` takes a number. */
export const scanOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('labelled'), label: z.string() }),
  /** It has its label already, from this scan or an earlier one. */
  z.strictObject({ kind: z.literal('again'), label: z.string() }),
  z.strictObject({ kind: z.literal('held'), name: z.string() }),
  z.strictObject({ kind: z.literal('refused'), reason: cardRefusalReason }),
  /** No number of so many digits is left. */
  z.strictObject({ kind: z.literal('full') }),
])
export type ScanOutcome = z.infer<typeof scanOutcome>

/** Whose a card is that was laid down where people are looked for. */
export const meeting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('held'),
    recordId: z.uuid(),
    name: z.string(),
    /** In which of the two lists they are. */
    of: personKind,
    /** The number as they have it: another reader may turn it around. */
    uid: cardUid,
  }),
  z.strictObject({ kind: z.literal('refused'), reason: cardRefusalReason }),
  /** `card` null: it is nobody's, and its number is not kept. */
  z.strictObject({ kind: z.literal('unknown'), card: looseCard.nullable() }),
])
export type Meeting = z.infer<typeof meeting>

export const looseQuery = z.strictObject({
  source: looseSource.nullable(),
  /** A part of the label or of a number, hexadecimal or decimal. */
  search: z.string().max(200),
  limit: pageSize,
  direction: z.enum(['forward', 'backward']),
  /** Opaque, from an earlier page; null: the first page going forward, the last going backward. */
  at: z.string().max(2000).nullable(),
})
export type LooseQuery = z.infer<typeof looseQuery>

/** A page of cards, last met first, by keyset. */
export const loosePage = z.strictObject({
  rows: z.array(looseCard),
  /** How many match. */
  total: z.int().min(0),
  /** 1-based position of the first row; 0 when there are no rows. */
  from: z.int().min(0),
  next: z.string().nullable(),
  previous: z.string().nullable(),
})
export type LoosePage = z.infer<typeof loosePage>

/** The label for a number; null: it has more digits than there is place for. */
export function labelOf(rule: ScanRule): string | null {
  return nextLabel({ kind: 'label', ...rule }, null)
}

export function numberAfter(number: string): string {
  return (BigInt(number) + 1n).toString()
}
