import type { Tap } from '../../core/reader.ts'
import { tapEdited, useEdit } from './edit.ts'
import { tapCard } from './form.ts'
import { probe } from './probe.ts'
import { searchUsers } from './users.ts'
import { useView } from './view.ts'
import { heedsTap } from './wedge.ts'

/**
 * A tap means whatever is being looked at: the user being edited, whose card this is, the form, or a card
 * on which the card profile is tried out.
 */
export function takeTap(tap: Tap) {
  if (heedsTap(tap)) return
  const { screen } = useView.getState()
  if (screen === 'card-profile') return probe(tap)
  if (screen !== 'users') return tapCard(tap)
  if (useEdit.getState().edit !== null) return tapEdited(tap)
  searchUsers(tap.uid)
}
