import { create } from 'zustand'
import type { BulkItem, BulkOutcome } from '../../core/bulk.ts'
import type { PersonRow } from '../../core/pending-page.ts'

/** What asks for more before it is done. */
export type AskingAction = 'resend' | 'group' | 'rights' | 'link'

/** Whom an action is for: the row itself when there is one, so that it can be named and corrected. */
export type Targets = { readonly ids: readonly string[]; readonly row: PersonRow | null }

type Open =
  | { readonly action: AskingAction; readonly targets: Targets }
  /** What a deletion left alone. */
  | { readonly action: 'left-alone'; readonly refused: BulkOutcome['refused'] }

type Actions = {
  readonly open: Open | null
  /** The last thing done, in a sentence; `count` grows, so that the same news twice is news twice. */
  readonly told: { readonly text: string; readonly bad: boolean; readonly count: number } | null
}

export const usePendingActions = create<Actions>()(() => ({ open: null, told: null }))

export function openAction(open: Open) {
  usePendingActions.setState({ open })
}

export function closeAction() {
  usePendingActions.setState({ open: null })
}

export function tell(text: string, { bad = false } = {}) {
  usePendingActions.setState(({ told }) => ({
    told: { text, bad, count: (told?.count ?? 0) + 1 },
  }))
}

export function untell() {
  usePendingActions.setState({ told: null })
}

/** An operation for each record, under a key of its own. */
export function itemsFor(ids: readonly string[], newId: () => string): BulkItem[] {
  return ids.map((recordId) => ({ opId: newId(), recordId }))
}
