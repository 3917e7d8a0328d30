import { goOn } from './go-on.ts'
import { tellLock } from './lock-settings.ts'
import { orderLists } from './order-lists.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { deskView, lockedView, signedOutView } from './session-views.ts'
import { signIn } from './sign-in.ts'

/**
 * Opens as the person last signed in, with or without a cloud: the desk is usable as soon as its file is
 * open, the way to the cloud follows.
 */
export async function restoreSession(place: Workplace): Promise<void> {
  const identity = place.profile.signedIn()
  if (identity === null) return place.session.show(signedOutView(place))
  // Before anything can be answered: whatever the window shows, it is of a desk that is locked.
  const locked = lockedView(place, identity)
  if (locked !== null) place.session.show(locked)
  const entered = await place.room.enter(identity)
  if (!entered.ok) {
    const path = place.room.fileOf(identity)
    return place.session.show({ state: 'blocked', refusal: entered.code, path })
  }
  const desk = entered.value
  desk.setPaused(place.profile.workOffline())
  await desk.restoreTokens(place.profile.token(), place.profile.endedWhy())
  place.session.show(deskView(place, desk))
  tellLock(place, desk)
  orderLists(place, desk)
  goOn(place, desk)
  place.peopleChanged()
  place.directoryChanged()

  if (identity.demo) return reachDemo(place, desk)
  return connect(place, desk, identity.cloudUrl)
}

/**
 * The built-in cloud has another port at every start; its id stays, and with it the file. Whoever tries
 * things out is not asked for a password that they never typed: without a token they are signed in anew.
 */
async function reachDemo(place: Workplace, desk: OpenDesk): Promise<void> {
  const cloud = await place.host.demoCloud.start()
  if (!cloud.ok) return connect(place, desk, desk.identity.cloudUrl)
  const { url, email, password } = cloud.value
  if (place.room.current() !== desk) return
  if (desk.tokenKeeping() === 'keyring') return connect(place, desk, url)
  await signIn(place, { cloudUrl: url, email, password, demo: true })
}

async function connect(place: Workplace, desk: OpenDesk, cloudUrl: string): Promise<void> {
  const client = await place.clientFor(cloudUrl)
  if (place.room.current() === desk) await desk.connect(client, null)
}
