import { type Result, ok } from '../../contracts/result.ts'
import { type WedgeProfile, isSameWedge } from '../../core/wedge-profile.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import { listWedges } from './list-wedges.ts'
import type { Workplace } from './ports.ts'

/** Asks again the next time that such a reader types. */
export function forgetWedge(place: Workplace, profile: WedgeProfile): Result<void, WriteRefusal> {
  const known = listWedges(place)
  if (!known.ok) return ok()
  return place.profile.setWedges(known.value.filter((each) => !isSameWedge(each, profile)))
}
