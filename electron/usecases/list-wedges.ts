import { type Result, ok } from '../../contracts/result.ts'
import type { WedgeProfile } from '../../core/wedge-profile.ts'
import type { Workplace } from './ports.ts'

/** The keyboard readers that were learnt here; what cannot be read counts as not learnt. */
export function listWedges(place: Workplace): Result<WedgeProfile[], never> {
  const read = place.reading(() => place.profile.wedges())
  return ok(read.ok ? [...read.value] : [])
}
