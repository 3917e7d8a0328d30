import type { Tokens } from '../../contracts/cloud-api.ts'
import { type Result, ok } from '../../contracts/result.ts'
import type { DeskIdentity, SessionView, StoreRefusal } from '../../core/session.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import type { Workplace } from './ports.ts'
import { signedInView } from './session-views.ts'

/**
 * Sits down at the desk of somebody whom the cloud has just recognised. The same person finds their queue
 * as it was and it goes on; anybody else gets a file of their own.
 */
export async function enterDesk(
  place: Workplace,
  given: {
    readonly identity: DeskIdentity
    readonly tokens: Tokens
    readonly client: CloudClient
  },
): Promise<Result<SessionView, StoreRefusal>> {
  const entered = await place.room.enter(given.identity)
  if (!entered.ok) return entered
  const desk = entered.value
  const noted = note(place, given.identity)
  if (!noted.ok) {
    await place.room.leave()
    return noted
  }
  desk.setPaused(place.profile.workOffline())
  await desk.connect(given.client, given.tokens)
  desk.nudge('signed-in')
  const view = signedInView(place, desk)
  place.session.show(view)
  place.peopleChanged()
  return ok(view)
}

/** The old token goes first: at no moment may it stand beside another person's name. */
function note(place: Workplace, identity: DeskIdentity): Result<void, StoreRefusal> {
  const cleared = place.profile.clearToken()
  return cleared.ok ? place.profile.setSignedIn(identity) : cleared
}
