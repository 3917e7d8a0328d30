import { type Result, ok } from '../../contracts/result.ts'
import type { Preferences } from '../../core/preferences.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import { orderLists } from './order-lists.ts'
import type { Workplace } from './ports.ts'

/** Keeps them for all who work here; another language is also another order of names. */
export function setPreferences(
  place: Workplace,
  preferences: Preferences,
): Result<void, WriteRefusal> {
  const kept = place.profile.setPreferences(preferences)
  if (!kept.ok) return kept
  place.preferencesChanged(preferences)
  const desk = place.room.current()
  if (desk === null) return ok()
  const ordered = orderLists(place, desk)
  if (ordered.ok) place.peopleChanged()
  return ordered
}
