import type { Result } from '../../contracts/result.ts'
import { type WedgeProfile, isSameWedge } from '../../core/wedge-profile.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import { listWedges } from './list-wedges.ts'
import type { Workplace } from './ports.ts'

/** More readers than that stand on no desk; the oldest is forgotten. */
const mostWedges = 8

/** Keeps how a keyboard reader writes, for everybody who works at this computer. */
export function rememberWedge(place: Workplace, profile: WedgeProfile): Result<void, WriteRefusal> {
  const known = listWedges(place)
  const others = known.ok ? known.value.filter((each) => !isSameWedge(each, profile)) : []
  return place.profile.setWedges([profile, ...others].slice(0, mostWedges))
}
