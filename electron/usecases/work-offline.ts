import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SessionView } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { deskView } from './session-views.ts'

/** Sends and receives nothing until it is switched off again, restarts included. */
export function workOffline(
  place: Workplace,
  input: { readonly on: boolean },
): Result<SessionView, 'signed-out'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  desk.setPaused(input.on)
  if (!input.on) desk.nudge('online')
  place.profile.setWorkOffline(input.on)
  const view = deskView(place, desk)
  place.session.show(view)
  return ok(view)
}
