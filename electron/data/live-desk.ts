import type { Asking } from '../../contracts/door.ts'
import type { SessionEnd } from '../../contracts/problem.ts'
import { fail } from '../../contracts/result.ts'
import type { Host } from '../../contracts/host.ts'
import type { DeskIdentity } from '../../core/session.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import type { DeskStore } from '../store/desk-store.ts'
import type { SealedToken } from '../store/profile-store.ts'
import { type Ask, createAsk } from '../sync/ask.ts'
import { createSyncEngine } from '../sync/create-sync-engine.ts'
import { createHolds } from '../sync/holds.ts'
import type { SyncClock } from '../sync/sync-engine.ts'
import { type SyncShell, createSyncShell } from '../sync/sync-shell.ts'
import { createPinGate } from '../usecases/pin-gate.ts'
import type { OpenDesk } from '../usecases/ports.ts'
import { createDeskTokens } from './desk-tokens.ts'
import { pins } from './pin-hash.ts'
import { createSecondFactorQuestions } from './second-factor-questions.ts'
import { type AskNow, createSignInQuestions } from './sign-in-questions.ts'

export type LiveDeskDeps = {
  readonly identity: DeskIdentity
  /** This computer, as the log names it. */
  readonly desk: { readonly id: string; readonly name: string }
  readonly store: DeskStore
  readonly vault: Asking<Host>['vault']
  readonly clock: SyncClock
  readonly after: (ms: number, run: () => void) => () => void
  readonly saveToken: (sealed: SealedToken | null, ended?: SessionEnd) => void
  readonly tokenKeepingChanged: () => void
  /** People whom the cloud has erased are forgotten beside the desk's own file too; throws where it cannot. */
  readonly forgetErased: (ids: readonly string[]) => void
  /** See `SyncStatus`. */
  readonly clockOffMinutes: () => number | null
  readonly onStatus: (status: SyncStatus) => void
  readonly onPeople: () => void
  readonly onDirectory: () => void
  readonly log: (message: string, error: unknown) => void
}

/** An open desk that can be left. */
export type LiveDesk = OpenDesk & {
  readonly takeOn: (identity: DeskIdentity) => void
  /** Nothing is sent or written any more once this has resolved. */
  readonly close: () => Promise<void>
}

/** Joins one store, one engine at a time and the tokens of one identity. */
export function createLiveDesk(deps: LiveDeskDeps): LiveDesk {
  const { store, clock } = deps
  let identity = deps.identity
  let paused = false
  let shell: SyncShell | null = null
  let way: { readonly client: CloudClient; readonly ask: Ask } | null = null
  const closed = new AbortController()
  const askings = new Set<Promise<unknown>>()
  const holds = createHolds(clock)
  const erasures: typeof store.erasures = {
    ...store.erasures,
    // First, since the desk's file notes that all of it is done.
    take(ids, upTo) {
      deps.forgetErased(ids)
      store.erasures.take(ids, upTo)
    },
  }
  const tokens = createDeskTokens({
    vault: deps.vault,
    save: deps.saveToken,
    keepingChanged: deps.tokenKeepingChanged,
  })

  function signLog(): void {
    const { name, email } = identity.person
    store.log.setAuthor({ who: name || email, deskId: deps.desk.id, desk: deps.desk.name })
  }
  signLog()

  function unreached(): SyncStatus {
    const needsToken = tokens.keeping() === 'none' && !identity.demo
    return statusBefore(store, paused ? 'paused' : needsToken ? 'sign-in-needed' : 'offline')
  }

  /** What the engine, which knows no wall clock, cannot say. */
  function dated(status: SyncStatus): SyncStatus {
    return { ...status, clockOffMinutes: deps.clockOffMinutes() }
  }

  /** Afterwards also records vanish that no cloud has heard of, whether anything is sent or not. */
  function hold(opIds: readonly string[], ms: number): void {
    holds.hold(opIds, ms)
    deps.after(ms + 1, () => {
      if (closed.signal.aborted) return
      try {
        store.people.cancelUnsent(holds.held())
      } catch (error) {
        deps.log('nothing could be cancelled', error)
      }
      shell?.nudge('accepted')
    })
  }

  /** A question beside the sync; `network` too while working offline. */
  const askNow: AskNow = async (send) => {
    if (way === null || paused) {
      return fail(tokens.keeping() === 'none' ? 'token.invalid' : 'network')
    }
    const { client, ask } = way
    const params = { accountId: identity.account.id }
    const asked = ask((token) => send(client, { params, token, signal: closed.signal }))
    askings.add(asked)
    return asked.finally(() => askings.delete(asked))
  }

  return {
    get identity() {
      return identity
    },
    people: store.people,
    directory: store.directory,
    rosters: store.rosters,
    loose: store.loose,
    log: store.log,
    handedOn: store.handOver,
    pin: createPinGate({ store: store.lock, pins, monotonicMs: clock.monotonicMs }),
    hold,
    release: (opIds) => holds.release(opIds),
    unsent: () => {
      const { ready, inflight, parked } = store.outbox.counts()
      return ready + inflight + parked
    },
    restoreTokens: tokens.restore,
    dropTokens: tokens.drop,
    tokenKeeping: tokens.keeping,
    async connect(client, given) {
      await shell?.stop()
      const report = (event: unknown) => deps.log('sync', event)
      const keeper = await tokens.use(client, given)
      way = { client, ask: createAsk(keeper, () => closed.signal.aborted) }
      const next = createSyncShell({
        engine: createSyncEngine({ store: { ...store, erasures }, clock, holds, report }),
        client,
        accountId: identity.account.id,
        tokens: keeper,
        timers: { after: deps.after },
        onStatus: (status) => deps.onStatus(dated(status)),
        onChanged: deps.onPeople,
        onDirectory: deps.onDirectory,
        onBug: (error) => deps.log('sync failed', error),
      })
      shell = next
      next.setPaused(paused)
      next.start()
    },
    handOver: async () => ({ client: way?.client ?? null, tokens: await tokens.held() }),
    link: (recordId) =>
      askNow((client, given) => client.link({ ...given, params: { ...given.params, recordId } })),
    audit: (query) => askNow((client, given) => client.audit({ ...given, query })),
    secondFactor: createSecondFactorQuestions(askNow),
    signIns: createSignInQuestions(askNow),
    setCardProfile: (body) => askNow((client, given) => client.setCardProfile({ ...given, body })),
    nudge: (why) => {
      if (shell === null) deps.onStatus(dated(unreached()))
      else shell.nudge(why)
    },
    setPaused: (wanted) => {
      paused = wanted
      shell?.setPaused(wanted)
    },
    status: () => dated(shell?.status() ?? unreached()),
    queue: (after, limit) => {
      const [held, troubled] = [holds.held(), shell?.troubled() ?? new Set()]
      return store.outbox.waiting(after, limit).map((row) => {
        if (held.has(row.opId)) return { ...row, wait: 'undo' }
        return row.wait === 'turn' && troubled.has(row.opId) ? { ...row, wait: 'troubled' } : row
      })
    },
    takeOn: (changed) => {
      identity = changed
      signLog()
    },
    async close() {
      closed.abort()
      await shell?.stop()
      await Promise.allSettled(askings)
      store.close()
    },
  }
}

/** Until the way to the cloud is opened, nothing is known of it. */
function statusBefore(store: DeskStore, channel: SyncStatus['channel']): SyncStatus {
  const { ready, inflight, parked } = store.outbox.counts()
  return {
    channel,
    reason: null,
    waiting: ready + inflight,
    sending: 0,
    attention: parked,
    lastSyncAt: null,
    since: null,
    retryInMs: null,
    clockOffMinutes: null,
  }
}
