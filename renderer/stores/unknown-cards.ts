import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { LooseCard, LoosePage, LooseQuery } from '../../core/scan/scan.ts'
import type { FailureCode } from '../messages/failure-code.ts'

/** What was done last with one of the cards, and can be taken back for a while; or what became of that. */
export type UnknownDone = { readonly card: LooseCard } & (
  | { readonly kind: 'removed' | 'undone' | 'too-late' }
  | { readonly kind: 'given'; readonly name: string; readonly opId: string }
)

type Unknown = {
  readonly query: LooseQuery
  /** The last page that was read; stays visible while the next one is on its way. */
  readonly page: LoosePage | null
  readonly failure: Failure<FailureCode> | null
  /** Grows whenever the page has to be read again. */
  readonly looks: number
  /** The card that was laid down last. */
  readonly tapped: string | null
  /** The card for which somebody is being chosen. */
  readonly giving: LooseCard | null
  readonly done: UnknownDone | null
}

const initial: Unknown = {
  query: { source: null, search: '', limit: 20, direction: 'forward', at: null },
  page: null,
  failure: null,
  looks: 0,
  tapped: null,
  giving: null,
  done: null,
}

export const useUnknown = create<Unknown>()(() => initial)

export function askUnknown(query: LooseQuery) {
  useUnknown.setState({ query })
}

/** From the first page on. */
export function searchUnknown(wanted: Partial<Pick<LooseQuery, 'search' | 'source'>>) {
  useUnknown.setState(({ query }) => ({
    query: { ...query, ...wanted, direction: 'forward', at: null },
  }))
}

export function lookAtUnknown() {
  useUnknown.setState(({ looks }) => ({ looks: looks + 1 }))
}

/** The card that was just laid down is the first of all. */
export function lookForUnknown(uid: string) {
  searchUnknown({ search: '', source: null })
  useUnknown.setState({ tapped: uid })
}

export function openGiving(card: LooseCard) {
  useUnknown.setState({ giving: card })
}

export function closeGiving() {
  useUnknown.setState({ giving: null })
}

export function unknownDone(done: UnknownDone | null) {
  useUnknown.setState({ done })
}

export function forgetUnknown() {
  useUnknown.setState(initial, true)
}
