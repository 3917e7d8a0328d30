import type { Result } from '../../contracts/result.ts'
import { sortLanguageOf } from '../../core/sort-key.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { readPreferences } from './read-preferences.ts'

/** Puts the lists into the order of the chosen language; takes time only when it is another one. */
export function orderLists(place: Workplace, desk: OpenDesk): Result<void, WriteRefusal> {
  const preferences = readPreferences(place)
  const chosen = preferences.ok ? preferences.value.language : 'system'
  const tag = chosen === 'system' ? place.systemLanguage : chosen
  return desk.people.setLanguage(sortLanguageOf(tag))
}
