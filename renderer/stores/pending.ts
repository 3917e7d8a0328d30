import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { FailureCode } from '../messages/failure-code.ts'

export type PendingState = {
  readonly query: PendingQuery
  /** The last page that was read; stays visible while the next one is on its way. */
  readonly page: PendingPage | null
  readonly failure: Failure<FailureCode> | null
}

const initial: PendingState = {
  query: { sort: 'invite-sent', descending: true, limit: 20, direction: 'forward', at: null },
  page: null,
  failure: null,
}

export const usePending = create<PendingState>()(() => initial)

/** The same column again turns the order round; a new one starts in the order people expect of it. */
export function sortedBy(query: PendingQuery, sort: PendingSort): PendingQuery {
  const descending = query.sort === sort ? !query.descending : sort === 'invite-sent'
  return { ...query, sort, descending, direction: 'forward', at: null }
}

/** Everybody who matches, from the first page on. */
export function searched(query: PendingQuery, search: string): PendingQuery {
  return { ...query, search, direction: 'forward', at: null }
}

export type Order = Pick<PendingQuery, 'sort' | 'descending' | 'limit'>

export function orderOf({ sort, descending, limit }: PendingQuery): Order {
  return { sort, descending, limit }
}

export function sameOrder(one: Order, other: Order): boolean {
  return one.sort === other.sort && one.descending === other.descending && one.limit === other.limit
}

/** Whether nobody has chosen an order, a page or a search yet. */
export function isUntouched(query: PendingQuery): boolean {
  return query === initial.query
}

export function ask(query: PendingQuery) {
  usePending.setState({ query })
}

export function forgetPending() {
  usePending.setState(initial, true)
}
