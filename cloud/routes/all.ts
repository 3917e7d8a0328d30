import type { Restored } from '../../core/restored.ts'
import { apiVersion } from '../../contracts/cloud-api.ts'
import { ok } from '../../contracts/result.ts'
import { type Named, auditLogin } from '../audit/audit.ts'
import type { Observe } from '../observe.ts'
import type { Provider } from '../openid/provider.ts'
import { createPasswordCheck } from '../password.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { createSessions } from '../store/sessions.ts'
import { createSignInLimits } from '../store/sign-in-limits.ts'
import { auditHandler } from './audit.ts'
import { batchHandler } from './batch.ts'
import { cardProfileHandler } from './card-profile.ts'
import { changesHandlers } from './changes.ts'
import { createCursors } from './cursor.ts'
import { desksHandlers } from './desks.ts'
import { directoryHandler } from './directory.ts'
import { erasuresHandler } from './erasures.ts'
import type { Handlers } from './handlers.ts'
import { type LinkDeps, linkHandler } from './link.ts'
import { logHandler } from './log.ts'
import { openIdHandlers } from './openid.ts'
import { passwordHandlers } from './passwords.ts'
import { createProve } from './prove.ts'
import { readyHandler } from './ready.ts'
import { secondFactorHandlers } from './second-factor.ts'
import type { FindSession, FloodOf } from './serve.ts'
import { floodOfSignIn, signInHandlers } from './sign-in.ts'

export type RouteDeps = LinkDeps & {
  readonly db: CloudDatabase
  readonly cloudId: string
  /** Changes when the feed's history does; makes every older cursor unreadable. */
  readonly feedEpoch: string
  /** When the backup was made that this cloud was put back to; null: it never was. */
  readonly restored: Restored | null
  /** After a commit that may have queued mails. */
  readonly mailQueued: () => void
  /** Whom this cloud believes besides itself; null: nobody. */
  readonly provider: Provider | null
  readonly onBug: (error: unknown) => void
  readonly observe: Observe
}

/** What answers each endpoint, and how a desk is recognised. */
export function createHandlers(deps: RouteDeps): {
  readonly handlers: Handlers
  readonly findSession: FindSession
  readonly floodOf: FloodOf
} {
  const { db, cloudId } = deps
  const sessions = createSessions(db, deps.now)
  const tellFailure = (personId: string, desk: Named) =>
    inTransaction(db, (transaction) =>
      auditLogin(transaction, personId, { what: 'sign-in-failed', desk }, deps.now().toISOString()),
    )
  const own = { db, cloudId, sessions, tellFailure }
  const signIn = {
    ...own,
    now: deps.now,
    limits: createSignInLimits(db, deps.now),
    checkPassword: createPasswordCheck(),
  }
  const prove = createProve(signIn)
  const cursors = createCursors(deps.feedEpoch)
  const logCursors = createCursors(`${deps.feedEpoch} log`)
  return {
    findSession: (accessToken) => sessions.find(accessToken),
    floodOf: floodOfSignIn(db, deps.now),
    handlers: {
      health: async () => ok({ service: 'tapdesk-cloud', cloudId, api: apiVersion }),
      ...signInHandlers(signIn),
      ...openIdHandlers({ ...own, provider: deps.provider, now: deps.now }),
      ...secondFactorHandlers(db, { now: deps.now, prove }),
      ...passwordHandlers(db, { now: deps.now, prove, mailQueued: deps.mailQueued }),
      ...desksHandlers(db, deps.now),
      ready: readyHandler(db),
      batch: batchHandler(db, deps),
      directory: directoryHandler(db),
      erasures: erasuresHandler(db),
      setCardProfile: cardProfileHandler(db, deps.now),
      link: linkHandler(db, deps),
      log: logHandler(db, logCursors),
      audit: auditHandler(db, createCursors(`${deps.feedEpoch} audit`)),
      ...changesHandlers(db, {
        cursors,
        logCursors,
        pulled: deps.observe.pulled,
        restored: deps.restored,
      }),
    },
  }
}
