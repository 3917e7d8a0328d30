import { create } from 'zustand'
import type { ParkedRow, PersonRow } from '../../core/pending-page.ts'

/** The short lists: what this desk sent last, and what waits for a decision. */
type Lists = {
  readonly recent: readonly PersonRow[]
  readonly parked: readonly ParkedRow[]
  /** When they were read, by the clock of this computer. */
  readonly readAt: Date
}

const initial: Lists = { recent: [], parked: [], readAt: new Date() }

export const useLists = create<Lists>()(() => initial)

export function forgetLists() {
  useLists.setState(initial, true)
}
