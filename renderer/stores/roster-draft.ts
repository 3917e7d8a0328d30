import { create } from 'zustand'

/** A list that is being put together; it stays while somebody looks at another screen. */
type RosterDraft = {
  readonly text: string
  /** Empty: the day and time of the start. */
  readonly title: string
  /** First and last names stand the other way round. */
  readonly swapped: boolean
}

const blank: RosterDraft = { text: '', title: '', swapped: false }

export const useRosterDraft = create<RosterDraft>()(() => blank)

export function forgetRosterDraft() {
  useRosterDraft.setState(blank)
}
