import { type Result, ok } from '../../contracts/result.ts'
import type { DeskIdentity, SessionView, StoreRefusal } from '../../core/session.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import type { HeldTokens } from '../cloud-client/token-keeper.ts'
import { keptSince } from '../../core/scan/keeping.ts'
import { goOn } from './go-on.ts'
import { tellLock } from './lock-settings.ts'
import { orderLists } from './order-lists.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { deskView } from './session-views.ts'

export type Seat = {
  readonly identity: DeskIdentity
  /** All accounts of the person that may use a desk. */
  readonly accounts: readonly DeskIdentity['account'][]
  /** null: there are none, the person signs in again to send. */
  readonly tokens: HeldTokens | null
  readonly client: CloudClient
}

/**
 * Sits down at the desk of somebody whom the cloud has just recognised. The same person finds their queue
 * as it was and it goes on; anybody else gets a file of their own.
 */
export async function enterDesk(
  place: Workplace,
  seat: Seat,
): Promise<Result<SessionView, StoreRefusal>> {
  const entered = await place.room.enter(seat.identity)
  return entered.ok ? sitDown(place, entered.value, seat) : entered
}

/** Notes who works here from now on and opens the way to the cloud from the desk that was entered. */
export async function sitDown(
  place: Workplace,
  desk: OpenDesk,
  seat: Seat,
): Promise<Result<SessionView, StoreRefusal>> {
  const noted = note(place, seat)
  if (!noted.ok) {
    await place.room.leave()
    return noted
  }
  desk.setPaused(place.profile.workOffline())
  orderLists(place, desk)
  goOn(place, desk)
  desk.loose.forgetOld(keptSince(place.wallTime()))
  await desk.connect(seat.client, seat.tokens)
  desk.nudge('signed-in')
  const view = deskView(place, desk)
  place.session.show(view)
  tellLock(place, desk)
  place.peopleChanged()
  place.directoryChanged()
  return ok(view)
}

/** The old token goes first: at no moment may it stand beside another person's name. */
function note(place: Workplace, { identity, accounts }: Seat): Result<void, StoreRefusal> {
  const cleared = place.profile.clearToken()
  if (!cleared.ok) return cleared
  const noted = place.profile.setSignedIn(identity)
  return noted.ok ? place.profile.setAccounts(accounts) : noted
}
