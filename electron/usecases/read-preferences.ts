import { type Result, ok } from '../../contracts/result.ts'
import { type Preferences, defaultPreferences } from '../../core/preferences.ts'
import type { Workplace } from './ports.ts'

/** How this computer's person likes it; what cannot be read is as it was at first. */
export function readPreferences(place: Workplace): Result<Preferences, never> {
  const read = place.reading(() => place.profile.preferences())
  return ok(read.ok ? read.value : defaultPreferences)
}
