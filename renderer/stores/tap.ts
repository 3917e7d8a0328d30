import type { Tap } from '../../core/reader.ts'
import { tapEdited, useEdit } from './edit.ts'
import { tapCard } from './form.ts'
import { searchUsers } from './users.ts'
import { useView } from './view.ts'

/** A tap means whatever is being looked at: the user being edited, whose card this is, or the form. */
export function takeTap(tap: Tap) {
  if (useView.getState().screen !== 'users') return tapCard(tap)
  if (useEdit.getState().edit !== null) return tapEdited(tap)
  searchUsers(tap.uid)
}
