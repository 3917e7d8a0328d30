import { type Result, ok } from '../../contracts/result.ts'
import type { SessionView } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { signedOutView } from './session-views.ts'

/** Ends the session on this computer. Unsent work stays in its file and goes on when its person is back. */
export async function signOut(place: Workplace): Promise<Result<SessionView, never>> {
  const desk = place.room.current()
  if (desk !== null) {
    // Left first: whoever still stands there would be told that their sign-in has ended.
    await place.room.leave()
    desk.dropTokens()
  }
  place.lock.set(null)
  place.lock.forgetKept()
  place.lockChanged(null)
  place.profile.setSignedIn(null)
  place.profile.setWorkOffline(false)
  const view = signedOutView(place)
  place.session.show(view)
  return ok(view)
}
