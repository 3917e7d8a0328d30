import type { DeskIdentity, SessionView } from '../../core/session.ts'
import type { OpenDesk, TokenKeeping, Workplace } from './ports.ts'

/** null: the desk is not locked. */
export function lockedView(place: Workplace, identity: DeskIdentity): SessionView | null {
  const { person, demo } = identity
  const taps = place.lock.taps()
  return taps === null ? null : { state: 'locked', name: person.name || person.email, demo, taps }
}

/** What is told of whoever works here: next to nothing while the desk is locked. */
export function deskView(place: Workplace, desk: OpenDesk): SessionView {
  const locked = lockedView(place, desk.identity)
  if (locked !== null) return locked
  return {
    state: 'signed-in',
    identity: desk.identity,
    accounts: accountsOf(place, desk),
    token: keepingOf(desk),
    workOffline: place.profile.workOffline(),
  }
}

/** As of the last sign-in; the one worked for is among them in any case. */
function accountsOf({ profile }: Workplace, { identity }: OpenDesk) {
  const noted = profile.accounts()
  return noted.some(({ id }) => id === identity.account.id) ? [...noted] : [identity.account]
}

/** In the demo a token comes by itself, so there is never one to ask for. */
function keepingOf(desk: OpenDesk): TokenKeeping {
  const keeping = desk.tokenKeeping()
  return keeping === 'none' && desk.identity.demo ? 'memory' : keeping
}

export function signedOutView(place: Workplace): SessionView {
  const form = place.profile.lastForm()
  const desks = place.profile.desks()
  // The built-in cloud has a button of its own, and another address at every start.
  const wasDemo = desks.some(({ identity }) => identity.demo && identity.cloudUrl === form.cloudUrl)
  const last = wasDemo ? { cloudUrl: '', email: '' } : form
  return {
    state: 'signed-out',
    cloudUrl: place.suggestedCloudUrl ?? last.cloudUrl,
    email: last.email,
    waiting: desks
      .filter(({ unsent }) => unsent > 0)
      .map(({ identity: { person, account }, unsent }) => ({
        email: person.email,
        account: account.name,
        unsent,
      })),
  }
}
