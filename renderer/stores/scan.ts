import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { DeskTap } from '../../core/desk-reader.ts'
import type { ScanOutcome, ScanRule, ScanView } from '../../core/scan/scan.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import type { TapMeaning } from './tap-answer.ts'

/** What is asked of the scan, one after the other, in the order of the hands. */
export type ScanAsk =
  | { readonly kind: 'tap'; readonly tap: DeskTap }
  | { readonly kind: 'start'; readonly rule: ScanRule }
  | { readonly kind: 'undo' | 'finish' | 'resume' | 'suggest' }

type ScanDesk = {
  /** The scan that goes on, or the one that was ended and is looked at. */
  readonly view: ScanView | null
  readonly asks: readonly ScanAsk[]
  /** What became of the last card; null: nothing to be told any more. */
  readonly news: { readonly outcome: ScanOutcome; readonly tap: DeskTap } | null
  readonly failure: Failure<FailureCode> | null
  /** What the form of a new scan begins with; null: not known yet. */
  readonly suggested: ScanRule | null
}

const initial: ScanDesk = { view: null, asks: [], news: null, failure: null, suggested: null }

export const useScan = create<ScanDesk>()(() => initial)

export function forgetScan() {
  useScan.setState(initial, true)
}

export function askScan(ask: ScanAsk) {
  useScan.setState(({ asks }) => ({ asks: [...asks, ask] }))
}

/** Back to where a new one is started. */
export function closeScan() {
  useScan.setState({ view: null, news: null, failure: null })
}

/** null: the answer comes when it is decided and saved. */
export function tapScan(tap: DeskTap): TapMeaning | null {
  const { view } = useScan.getState()
  if (view === null || view.endedAt !== null) return 'tested'
  askScan({ kind: 'tap', tap })
  return null
}
