import type { Desk } from '../../contracts/desk.ts'
import type { Answering } from '../../contracts/door.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import { correctParked } from '../usecases/correct-parked.ts'
import { discardParked } from '../usecases/discard-parked.ts'
import { listParked } from '../usecases/list-parked.ts'
import { listPending } from '../usecases/list-pending.ts'
import { listRecent } from '../usecases/list-recent.ts'
import type { Workplace } from '../usecases/ports.ts'
import { sendInvitation } from '../usecases/send-invitation.ts'
import { signIn } from '../usecases/sign-in.ts'
import { signOut } from '../usecases/sign-out.ts'
import { syncNow } from '../usecases/sync-now.ts'
import { tryDemo } from '../usecases/try-demo.ts'
import { workOffline } from '../usecases/work-offline.ts'

/** Every question that main may ask, and the verb that answers it. */
export function answerDesk(place: Workplace, process: Answering<Desk>['process']): Answering<Desk> {
  const inTurn = createTurns()
  return {
    session: {
      get: () => ok(place.session.view()),
      signIn: (input) => inTurn(() => signIn(place, input)),
      tryDemo: () => inTurn(() => tryDemo(place)),
      signOut: () => inTurn(() => signOut(place)),
      switchAccount: () => later,
      workOffline: (input) => workOffline(place, input),
    },
    people: {
      send: (input) => sendInvitation(place, input),
      pending: (query) => listPending(place, query),
      recent: () => listRecent(place),
      parked: () => listParked(place),
      correct: (input) => correctParked(place, input),
      discard: (input) => discardParked(place, input),
      users: () => later,
      update: () => later,
      hints: () => later,
      organizations: () => later,
      notices: () => later,
      dismissNotice: () => later,
      draft: () => later,
      keepDraft: () => later,
    },
    invitations: {
      ids: () => later,
      resend: () => later,
      grant: () => later,
      remove: () => later,
      undoRemove: () => later,
      copyLink: () => later,
    },
    directory: { get: () => later },
    preferences: { get: () => later, set: () => later },
    sync: {
      status: () => ok(place.room.current()?.status() ?? stoppedSync),
      now: () => syncNow(place),
    },
    process,
  }
}

const later = fail('unavailable')

export const stoppedSync: SyncStatus = {
  channel: 'stopped',
  waiting: 0,
  sending: 0,
  attention: 0,
  lastSyncAt: null,
  since: null,
  retryInMs: null,
}

/** Who works here changes by one step at a time, however often a button is pressed. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(step: () => Promise<T>): Promise<T> => {
    const mine = last.then(step)
    last = mine.catch(() => {})
    return mine
  }
}
