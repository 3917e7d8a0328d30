import type { DeskIdentity } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { signedInView, signedOutView } from './session-views.ts'

/**
 * Opens as the person last signed in, with or without a cloud: the desk is usable as soon as its file is
 * open, the way to the cloud follows.
 */
export async function restoreSession(place: Workplace): Promise<void> {
  const identity = place.profile.signedIn()
  if (identity === null) return place.session.show(signedOutView(place))
  const entered = await place.room.enter(identity)
  if (!entered.ok) {
    const path = place.room.fileOf(identity)
    return place.session.show({ state: 'blocked', refusal: entered.code, path })
  }
  const desk = entered.value
  desk.setPaused(place.profile.workOffline())
  await desk.restoreTokens(place.profile.token())
  place.session.show(signedInView(place, desk))
  place.peopleChanged()

  const cloudUrl = await reachableAt(place, identity)
  if (place.room.current() !== desk) return
  await desk.connect(await place.clientFor(cloudUrl), null)
}

/** The built-in cloud gets another port at every start; its id stays, and with it the file. */
async function reachableAt(place: Workplace, identity: DeskIdentity): Promise<string> {
  if (!identity.demo) return identity.cloudUrl
  const cloud = await place.host.demoCloud.start()
  return cloud.ok ? cloud.value.url : identity.cloudUrl
}
