import type { Desk } from '../../contracts/desk.ts'
import type { Answering } from '../../contracts/door.ts'
import { ok } from '../../contracts/result.ts'
import { createBrowserSignIn } from '../usecases/browser-sign-in.ts'
import { changeCards } from '../usecases/change-cards.ts'
import { copyLink } from '../usecases/copy-link.ts'
import { correctParked } from '../usecases/correct-parked.ts'
import { decideParked } from '../usecases/decide-parked.ts'
import { discardParked } from '../usecases/discard-parked.ts'
import { createRoster } from '../usecases/create-roster.ts'
import { dismissNotice } from '../usecases/dismiss-notice.ts'
import { findHints } from '../usecases/find-hints.ts'
import { findLabel } from '../usecases/find-label.ts'
import { forgetWedge } from '../usecases/forget-wedge.ts'
import { grantAccess } from '../usecases/grant-access.ts'
import { endHandOver, handOver, listHandOvers, takeOver } from '../usecases/hand-over.ts'
import { keepDraft } from '../usecases/keep-draft.ts'
import { keepOpen, takeKept } from '../usecases/keep-open.ts'
import { listIds } from '../usecases/list-ids.ts'
import { listNotices } from '../usecases/list-notices.ts'
import { listMembers } from '../usecases/list-members.ts'
import { listOrganizations } from '../usecases/list-organizations.ts'
import { listParked } from '../usecases/list-parked.ts'
import { listPending } from '../usecases/list-pending.ts'
import { listQueue } from '../usecases/list-queue.ts'
import { listRecent } from '../usecases/list-recent.ts'
import { listRosters } from '../usecases/list-rosters.ts'
import { listUsers } from '../usecases/list-users.ts'
import { moveParked } from '../usecases/move-parked.ts'
import type { Workplace } from '../usecases/ports.ts'
import { lockDesk } from '../usecases/lock-desk.ts'
import { readLock, setIdle, setPin } from '../usecases/lock-settings.ts'
import { listWedges } from '../usecases/list-wedges.ts'
import { askForPassword, changePassword } from '../usecases/passwords.ts'
import { readDirectory } from '../usecases/read-directory.ts'
import { readDraft } from '../usecases/read-draft.ts'
import { changeReader } from '../usecases/change-reader.ts'
import { readPreferences } from '../usecases/read-preferences.ts'
import { exportAudit, listAudit } from '../usecases/read-audit.ts'
import { exportLog, listLog, refreshLog } from '../usecases/read-log.ts'
import { readReaders } from '../usecases/read-readers.ts'
import { readRosterRows, readRunningRoster } from '../usecases/read-roster.ts'
import {
  listLooseCards,
  readRunningScan,
  readScanRows,
  suggestScan,
} from '../usecases/read-scan.ts'
import { rememberWedge } from '../usecases/remember-wedge.ts'
import { removeInvitations } from '../usecases/remove-invitations.ts'
import { resendInvitations } from '../usecases/resend-invitations.ts'
import { finishRoster, openRoster, pauseRoster, stepRoster } from '../usecases/run-roster.ts'
import {
  finishScan,
  forgetCard,
  restoreCard,
  resumeScan,
  startScan,
  undoScan,
} from '../usecases/run-scan.ts'
import {
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from '../usecases/second-factor.ts'
import { sendInvitation } from '../usecases/send-invitation.ts'
import { setCardProfile } from '../usecases/set-card-profile.ts'
import { setPreferences } from '../usecases/set-preferences.ts'
import {
  listDesks,
  listMemberDesks,
  revokeDesks,
  revokeMemberDesk,
} from '../usecases/signed-in-desks.ts'
import { signIn } from '../usecases/sign-in.ts'
import { signOut } from '../usecases/sign-out.ts'
import { switchAccount } from '../usecases/switch-account.ts'
import { syncNow } from '../usecases/sync-now.ts'
import { tapBehindLock } from '../usecases/tap-behind-lock.ts'
import { tapRoster } from '../usecases/tap-roster.ts'
import { meetCard, tapScan } from '../usecases/tap-scan.ts'
import { tryDemo } from '../usecases/try-demo.ts'
import { undoCards } from '../usecases/undo-cards.ts'
import { undoMove } from '../usecases/undo-move.ts'
import { undoRemove } from '../usecases/undo-remove.ts'
import { undoRosterTap } from '../usecases/undo-roster-tap.ts'
import { unlockBySystem, unlockDesk } from '../usecases/unlock-desk.ts'
import { updatePerson } from '../usecases/update-person.ts'
import { workOffline } from '../usecases/work-offline.ts'
import { stoppedSync } from '../../core/sync-status.ts'
import { createTurns } from './turns.ts'

/** Every question that main may ask, and the verb that answers it. */
export function answerDesk(place: Workplace, process: OwnProcess): Answering<Desk> {
  const inTurn = createTurns()
  const browser = createBrowserSignIn(place, inTurn)
  return {
    session: {
      get: () => ok(place.session.view()),
      signIn: (input) => inTurn(() => signIn(place, input)),
      waysOfSigningIn: (input) => browser.ways(input),
      signInByBrowser: (input) => browser.start(input),
      cancelBrowser: () => browser.cancel(),
      tryDemo: () => inTurn(() => tryDemo(place)),
      signOut: () => inTurn(() => signOut(place)),
      switchAccount: (input) => inTurn(() => switchAccount(place, input)),
      workOffline: (input) => workOffline(place, input),
    },
    people: {
      send: (input) => sendInvitation(place, input),
      pending: (query) => listPending(place, query),
      recent: () => listRecent(place),
      parked: () => listParked(place),
      correct: (input) => correctParked(place, input),
      moveParked: (input) => moveParked(place, input),
      undoMove: (input) => undoMove(place, input),
      discard: (input) => discardParked(place, input),
      decide: (input) => decideParked(place, input),
      users: (query) => listUsers(place, query),
      update: (input) => updatePerson(place, input),
      hints: (query) => findHints(place, query),
      organizations: (input) => listOrganizations(place, input),
      notices: () => listNotices(place),
      dismissNotice: (input) => dismissNotice(place, input),
      draft: () => readDraft(place),
      keepDraft: (input) => keepDraft(place, input),
    },
    invitations: {
      ids: (input) => listIds(place, input),
      resend: (input) => resendInvitations(place, input),
      grant: (input) => grantAccess(place, input),
      remove: (input) => removeInvitations(place, input),
      undoRemove: (input) => undoRemove(place, input),
      copyLink: (input) => copyLink(place, input),
    },
    handOvers: {
      list: () => listHandOvers(place),
      give: (input) => handOver(place, input),
      take: (input) => takeOver(place, input),
      end: (input) => endHandOver(place, input),
    },
    userCards: {
      change: (input) => changeCards(place, input),
      undo: (input) => undoCards(place, input),
    },
    directory: {
      get: () => readDirectory(place),
      setCardProfile: (input) => setCardProfile(place, input),
      labelFor: (input) => findLabel(place, input),
    },
    roster: {
      list: () => listRosters(place),
      create: (input) => createRoster(place, input),
      running: () => readRunningRoster(place),
      open: (input) => openRoster(place, input),
      pause: (input) => pauseRoster(place, input),
      finish: (input) => finishRoster(place, input),
      tap: (tap) => tapRoster(place, tap),
      step: (input) => stepRoster(place, input),
      undo: (input) => undoRosterTap(place, input),
      rows: (input) => readRosterRows(place, input),
      members: (input) => listMembers(place, input),
    },
    scan: {
      running: () => readRunningScan(place),
      suggested: () => suggestScan(place),
      start: (input) => startScan(place, input),
      resume: (input) => resumeScan(place, input),
      finish: (input) => finishScan(place, input),
      tap: (input) => tapScan(place, input),
      undo: (input) => undoScan(place, input),
      rows: (input) => readScanRows(place, input),
      meet: (card) => meetCard(place, card),
      cards: (query) => listLooseCards(place, query),
      forget: (input) => forgetCard(place, input),
      restore: (input) => restoreCard(place, input),
    },
    lock: {
      settings: () => readLock(place),
      setIdle: (input) => inTurn(() => setIdle(place, input)),
      setPin: (input) => inTurn(() => setPin(place, input)),
      keep: (input) => keepOpen(place, input),
      kept: () => takeKept(place),
      now: () => inTurn(() => lockDesk(place)),
      unlock: (input) => inTurn(() => unlockDesk(place, input)),
    },
    log: {
      page: (query) => listLog(place, query),
      all: (filter) => exportLog(place, filter),
      refresh: () => refreshLog(place),
    },
    audit: {
      page: (query) => listAudit(place, query),
      all: (filter) => exportAudit(place, filter),
    },
    secondFactor: {
      state: () => readSecondFactor(place),
      start: (input) => startSecondFactor(place, input),
      confirm: (input) => confirmSecondFactor(place, input),
      renewCodes: (proof) => renewRecoveryCodes(place, proof),
      end: (proof) => endSecondFactor(place, proof),
    },
    password: {
      forgotten: (input) => askForPassword(place, input),
      change: (input) => changePassword(place, input),
    },
    desks: {
      own: () => listDesks(place),
      revoke: (input) => revokeDesks(place, input),
      members: () => listMemberDesks(place),
      revokeMember: (input) => revokeMemberDesk(place, input),
    },
    preferences: {
      get: () => readPreferences(place),
      set: (input) => setPreferences(place, input),
    },
    readers: {
      notes: () => readReaders(place),
      change: (change) => changeReader(place, change),
    },
    wedges: {
      list: () => listWedges(place),
      remember: (profile) => rememberWedge(place, profile),
      forget: (profile) => forgetWedge(place, profile),
    },
    sync: {
      status: () => ok(place.room.current()?.status() ?? stoppedSync),
      queue: (query) => listQueue(place, query),
      now: () => syncNow(place),
    },
    process: {
      ...process,
      unlock: () => inTurn(() => unlockBySystem(place)),
      tapped: (card) => ok(tapBehindLock(place, card)),
    },
  }
}

/** What of the process itself has nothing to do with who works here. */
type OwnProcess = Pick<Answering<Desk>['process'], 'versions' | 'nudge' | 'stop'>
