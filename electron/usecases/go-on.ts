import { settleHandOvers } from './hand-over.ts'
import type { OpenDesk, Workplace } from './ports.ts'

/**
 * What a desk does by itself before its person sees it. Trouble is no reason to refuse the desk: it is
 * tried again the next time.
 */
export function goOn(place: Workplace, desk: OpenDesk): void {
  desk.people.encodeAnew(place.appVersion, place.newId)
  settleHandOvers(place, desk)
}
