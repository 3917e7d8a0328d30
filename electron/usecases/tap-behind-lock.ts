import type { MetCard } from '../../core/scan/scan.ts'
import type { Workplace } from './ports.ts'
import { deskView } from './session-views.ts'
import { meetCard } from './tap-scan.ts'

/**
 * A card that was laid down while the desk is locked: one that nobody has is kept among the unknown cards,
 * and the lock tells how many were laid, not which.
 */
export function tapBehindLock(place: Workplace, card: MetCard): void {
  const desk = place.room.current()
  const taps = place.lock.taps()
  if (desk === null || taps === null) return
  meetCard(place, card)
  place.lock.set(taps + 1)
  place.session.show(deskView(place, desk))
}
