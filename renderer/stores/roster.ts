import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { DeskTap } from '../../core/desk-reader.ts'
import type {
  RosterOutcome,
  RosterPerson,
  RosterSource,
  RosterSummary,
  RosterView,
} from '../../core/roster/roster.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import type { TapMeaning } from './tap-answer.ts'

export type NewList = {
  readonly title: string
  readonly source: RosterSource
  readonly people: readonly Omit<RosterPerson, 'opId'>[]
}

/** What is asked of the list, one after the other, in the order of the hands. */
export type RosterAsk =
  | { readonly kind: 'tap'; readonly tap: DeskTap; readonly move: boolean }
  | { readonly kind: 'step'; readonly step: 'skip' | 'absent' | 'back' | { readonly go: number } }
  | { readonly kind: 'undo' | 'pause' | 'finish' | 'list' }
  | { readonly kind: 'open' | 'look'; readonly rosterId: string }
  | { readonly kind: 'create'; readonly list: NewList }

type RosterDesk = {
  /** The list that is worked through, or looked at when it is finished. */
  readonly view: RosterView | null
  readonly lists: readonly RosterSummary[]
  readonly asks: readonly RosterAsk[]
  /** What became of the last card; null: nothing to be told any more. */
  readonly news: { readonly outcome: RosterOutcome; readonly tap: DeskTap } | null
  readonly failure: Failure<FailureCode> | null
  /** When cards were assigned in this sitting, on the monotonic clock; the last ones. */
  readonly times: readonly number[]
}

const initial: RosterDesk = {
  view: null,
  lists: [],
  asks: [],
  news: null,
  failure: null,
  times: [],
}

export const useRoster = create<RosterDesk>()(() => initial)

export function forgetRoster() {
  useRoster.setState(initial, true)
}

export function askRoster(ask: RosterAsk) {
  useRoster.setState(({ asks }) => ({ asks: [...asks, ask] }))
}

/** null: the answer comes when it is decided and saved. */
export function tapRoster(tap: DeskTap): TapMeaning | null {
  const { view } = useRoster.getState()
  if (view === null || view.finishedAt !== null) return 'tested'
  askRoster({ kind: 'tap', tap, move: false })
  return null
}
