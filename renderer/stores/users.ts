import { create } from 'zustand'
import type { PendingQuery } from '../../core/pending-page.ts'
import { type PendingState, searched } from './pending.ts'

/** The users of the account, paged like the pending invitations; without a page the list is not offered. */
const initial: PendingState = {
  query: { sort: 'name', descending: false, limit: 20, direction: 'forward', search: '', at: null },
  page: null,
  failure: null,
}

export const useUsers = create<PendingState>()(() => initial)

export function askUsers(query: PendingQuery) {
  useUsers.setState({ query })
}

/** Somebody's name, or the card that was just tapped. */
export function searchUsers(text: string) {
  const { query } = useUsers.getState()
  if (query.search !== text) askUsers(searched(query, text))
}

export function forgetUsers() {
  useUsers.setState(initial, true)
}
