import type { SeenCard } from '../../core/card/warnings.ts'
import type { Result } from '../../core/outcome.ts'
import type {
  LooseCard,
  LoosePage,
  LooseQuery,
  ScanOutcome,
  ScanRule,
  ScanView,
  ScannedCard,
} from '../../core/scan/scan.ts'
import type { WriteRefusal } from './desk-store.ts'

type Write = Result<void, WriteRefusal>

/** A card on a reader; `at` by the wall clock, ISO 8601, for display. */
export type SeenLoose = Omit<SeenCard, 'uid'> & {
  readonly uid: string
  readonly reader: string
  readonly at: string
}

/** Cards that nobody has, and the scans that gave them their labels. */
export type LooseStore = {
  /** The scan that goes on; null: none does. */
  running(): string | null
  /** Of the scan that was started last, with its next number. */
  lastRule(): ScanRule | null
  view(scanId: string): ScanView | null
  /** In the order of their labels. */
  rows(scanId: string): readonly ScannedCard[]
  /** Ends whichever goes on; the same id twice is one scan. */
  start(scan: { scanId: string; rule: ScanRule; at: string }): Write
  /** `at` null: it goes on, and the one that went on ends `now`. */
  end(scanId: string, at: string | null, now: string): Write
  /** The label that the card has, or the next free one; card and scan in one transaction. */
  label(
    scanId: string,
    card: SeenLoose,
  ): Result<Extract<ScanOutcome, { kind: 'labelled' | 'again' | 'full' }>, WriteRefusal>
  /** Takes back the label that was given last, if it is this card's and nobody has the card. */
  undo(scanId: string, uid: string): Write
  /** A card that belonged to nobody where it was laid down; others are forgotten as by `forgetOld`. */
  met(card: SeenLoose, since: string): Result<LooseCard, WriteRefusal>
  /** What is written on a card that was scanned, whoever has it; in either order of bytes. */
  labelOf(uid: string): string | null
  page(query: LooseQuery): LoosePage
  forget(uid: string): Write
  /** Brings back a card that was forgotten since this store was opened. */
  restore(uid: string): Result<{ readonly restored: boolean }, WriteRefusal>
  /** Unlabelled cards that were laid down last before `since` (ISO 8601), and more than the newest 10,000. */
  forgetOld(since: string): Write
}
