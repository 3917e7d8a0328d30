import { create } from 'zustand'
import type { ParkedRow, PersonRow } from '../../core/pending-page.ts'
import { joinedAfter } from './joined.ts'

/** The short lists: what this desk sent last, and what waits for a decision. */
type Lists = {
  readonly recent: readonly PersonRow[]
  /** Those of them who were somebody's users before and became members at once. */
  readonly joined: ReadonlySet<string>
  readonly parked: readonly ParkedRow[]
  /** When they were read, by the clock of this computer. */
  readonly readAt: Date
}

const initial: Lists = { recent: [], joined: new Set(), parked: [], readAt: new Date() }

export const useLists = create<Lists>()(() => initial)

export function forgetLists() {
  useLists.setState(initial, true)
}

export function learnRecent(recent: readonly PersonRow[]) {
  useLists.setState((lists) => ({
    recent,
    joined: joinedAfter(lists.joined, lists.recent, recent),
    readAt: new Date(),
  }))
}
