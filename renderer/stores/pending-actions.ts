import { create } from 'zustand'
import type { BulkItem } from '../../core/bulk.ts'
import type { PersonRow } from '../../core/pending-page.ts'

/** What asks for more before it is done. */
export type AskingAction = 'resend' | 'group' | 'rights' | 'link'

/** Whom an action is for: the row itself when there is one, so that it can be named and corrected. */
export type Targets = { readonly ids: readonly string[]; readonly row: PersonRow | null }

type Actions = {
  readonly open: { readonly action: AskingAction; readonly targets: Targets } | null
  /** The last thing done, in a sentence; `count` grows, so that the same news twice is news twice. */
  readonly told: { readonly text: string; readonly count: number } | null
}

export const usePendingActions = create<Actions>()(() => ({ open: null, told: null }))

export function openAction(action: AskingAction, targets: Targets) {
  usePendingActions.setState({ open: { action, targets } })
}

export function closeAction() {
  usePendingActions.setState({ open: null })
}

export function tell(text: string) {
  usePendingActions.setState(({ told }) => ({ told: { text, count: (told?.count ?? 0) + 1 } }))
}

/** An operation for each record; minted once per dialog, so that pressing twice is once. */
export function itemsFor(ids: readonly string[], newId: () => string): BulkItem[] {
  return ids.map((recordId) => ({ opId: newId(), recordId }))
}
