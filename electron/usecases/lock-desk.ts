import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SessionView, StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { deskView } from './session-views.ts'

/** Locks the desk: who works here stays signed in, is sent and received for, and shows nothing. */
export async function lockDesk(
  place: Workplace,
): Promise<Result<SessionView, 'signed-out' | 'no-pin' | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  if (place.lock.taps() === null) {
    const settings = place.reading(desk.pin.settings)
    if (!settings.ok) return settings
    if (!settings.value.pin) return fail('no-pin')
    desk.pin.locked()
    place.lock.set(0)
  }
  const view = deskView(place, desk)
  place.session.show(view)
  return ok(view)
}
