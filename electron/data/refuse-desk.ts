import type { Desk } from '../../contracts/desk.ts'
import type { Answering } from '../../contracts/door.ts'
import { fail, ok } from '../../contracts/result.ts'
import { defaultPreferences } from '../../core/preferences.ts'
import type { SessionView, StoreRefusal } from '../../core/session.ts'
import { stoppedSync } from '../../core/sync-status.ts'

/** Answers where not even the computer's own notes can be kept: it says so, and touches nothing. */
export function refuseDesk(
  refusal: StoreRefusal,
  path: string,
  process: Pick<Answering<Desk>['process'], 'versions' | 'nudge' | 'stop'>,
): Answering<Desk> {
  const view: SessionView = { state: 'blocked', refusal, path }
  return {
    session: {
      get: () => ok(view),
      signIn: () => fail(refusal),
      waysOfSigningIn: () => ok({ openId: null }),
      signInByBrowser: () => fail(refusal),
      cancelBrowser: () => ok(),
      tryDemo: () => fail(refusal),
      signOut: () => ok(view),
      switchAccount: nobody,
      workOffline: nobody,
    },
    people: {
      send: nobody,
      pending: nobody,
      recent: nobody,
      parked: nobody,
      correct: nobody,
      moveParked: nobody,
      undoMove: nobody,
      discard: nobody,
      decide: nobody,
      users: nobody,
      update: nobody,
      hints: nobody,
      organizations: nobody,
      notices: nobody,
      dismissNotice: nobody,
      draft: nobody,
      keepDraft: nobody,
    },
    invitations: {
      ids: nobody,
      resend: nobody,
      grant: nobody,
      remove: nobody,
      undoRemove: nobody,
      copyLink: nobody,
    },
    handOvers: { list: nobody, give: nobody, take: nobody, end: nobody },
    userCards: { change: nobody, undo: nobody },
    directory: { get: nobody, setCardProfile: nobody, labelFor: nobody },
    roster: {
      list: nobody,
      create: nobody,
      running: nobody,
      open: nobody,
      pause: nobody,
      finish: nobody,
      tap: nobody,
      step: nobody,
      undo: nobody,
      rows: nobody,
      members: nobody,
    },
    scan: {
      running: nobody,
      suggested: nobody,
      start: nobody,
      resume: nobody,
      finish: nobody,
      tap: nobody,
      undo: nobody,
      rows: nobody,
      meet: nobody,
      cards: nobody,
      forget: nobody,
      restore: nobody,
    },
    lock: {
      settings: nobody,
      setIdle: nobody,
      setPin: nobody,
      keep: nobody,
      kept: nobody,
      now: nobody,
      unlock: nobody,
    },
    audit: { page: nobody, all: nobody },
    secondFactor: {
      state: nobody,
      start: nobody,
      confirm: nobody,
      renewCodes: nobody,
      end: nobody,
    },
    password: { forgotten: () => fail(refusal), change: nobody },
    desks: { own: nobody, revoke: nobody, members: nobody, revokeMember: nobody },
    log: { page: nobody, all: nobody, refresh: nobody },
    preferences: { get: () => ok(defaultPreferences), set: nobody },
    readers: { notes: () => ok([]), change: nobody },
    wedges: { list: () => ok([]), remember: nobody, forget: nobody },
    sync: { status: () => ok(stoppedSync), queue: nobody, now: nobody },
    process: { ...process, unlock: nobody, tapped: () => ok() },
  }
}

function nobody() {
  return fail('signed-out')
}
