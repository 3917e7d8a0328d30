import type { DeskStore } from '../store/desk-store.ts'
import { classify } from './classify.ts'
import { type Lane, createHealth } from './health.ts'
import { type Holds, createHolds } from './holds.ts'
import { createPull } from './pull.ts'
import { createPush } from './push.ts'
import { describe } from './status.ts'
import type { SyncAnswer, SyncClock, SyncEngine, SyncReport, SyncRequest } from './sync-engine.ts'

/**
 * The engine of one identity on one store. Recovers what an earlier engine left in flight at its first
 * step. A store that throws (full disk, I/O error) is trouble that passes: reported, and after a pause
 * everything that was under way is recovered and tried again under the same keys.
 */
export function createSyncEngine(deps: {
  readonly store: Pick<DeskStore, 'outbox' | 'feed' | 'directory' | 'log' | 'erasures'>
  readonly clock: SyncClock
  /** Outlive the engine, because another sign-in of the same person makes another one. */
  readonly holds?: Holds
  readonly report?: (event: SyncReport) => void
}): SyncEngine {
  const { store, clock, report = () => {} } = deps
  const health = createHealth(clock)
  const holds = deps.holds ?? createHolds(clock)
  const push = createPush({ outbox: store.outbox, holds, clock, report })
  const pull = createPull({ ...store, clock, report })
  let underWay: SyncRequest | null = null
  let paused = false
  let recovered = false
  let turn: Lane = 'push'
  let pushedSincePull = false
  let counts = { ready: 0, inflight: 0, parked: 0 }

  /** Runs a step on the store; a throw counts as a failure of both directions. */
  function guarded(step: () => void): void {
    try {
      step()
    } catch (error) {
      recovered = false
      push.forget()
      report({ kind: 'store-failed', error })
      health.laneFailed('push')
      health.laneFailed('pull')
    }
  }

  function nextOf(lane: Lane): SyncRequest | null {
    if (health.waitMs(lane) !== 0) return null
    if (lane === 'pull') return pull.next()
    const batch = push.next(health.halfOpen())
    if (batch === null && isDrained(store.outbox.counts())) health.nothingToSend()
    return batch
  }

  function choose(): SyncRequest | null {
    if (!recovered) store.outbox.recover()
    recovered = true
    const other: Lane = turn === 'push' ? 'pull' : 'push'
    const first = nextOf(turn) ?? nextOf(other)
    if (first !== null || !pushedSincePull) return first
    // Everything sent: fetch what the cloud made of it, and what others did.
    pushedSincePull = false
    pull.soon()
    return nextOf('pull')
  }

  /** Null: until something changes outside. */
  function sleepMs(): number | null {
    const pushWait = health.waitMs('push')
    const pullWait = health.waitMs('pull')
    if (pushWait === null || pullWait === null) return null
    const item = push.nextDueMs()
    return Math.ceil(
      Math.min(
        pushWait > 0 ? pushWait : Infinity,
        item === null ? Infinity : Math.max(item, pushWait),
        Math.max(pull.nextDueMs(), pullWait),
      ),
    )
  }

  function take(answer: SyncAnswer): void {
    const lane: Lane = answer.kind === 'batch' ? 'push' : 'pull'
    turn = lane === 'push' ? 'pull' : 'push'
    if (answer.result.ok) {
      if (accept(answer)) health.succeeded(lane)
      else health.laneFailed(lane)
      return
    }
    const effect = classify(answer.result)
    if (lane === 'pull') push.rest()
    else if (push.failed(effect) === 'items') return
    if (effect.kind === 'snapshot' && answer.kind === 'changes' && pull.cursorExpired()) return
    if (effect.kind === 'snapshot' && answer.kind === 'log') return pull.logExpired()
    if (effect.kind === 'halve' || effect.kind === 'snapshot') return health.laneFailed(lane)
    const answered = effect.kind === 'wait' && effect.scope === 'lane'
    if (answered && answer.kind === 'digest') pull.digestFailed()
    else if (answered && answer.kind === 'directory') pull.directoryFailed()
    else if (answered && answer.kind === 'log') pull.logFailed()
    else if (answered && answer.kind === 'erasures') pull.erasuresFailed()
    else health.failed(lane, effect)
  }

  function accept(answer: SyncAnswer): boolean {
    if (!answer.result.ok) return false
    switch (answer.kind) {
      case 'batch':
        if (push.answered(answer.result.value)) pushedSincePull = true
        return true
      case 'changes':
        return pull.changes(answer.result.value)
      case 'snapshot':
        return pull.snapshot(answer.result.value)
      case 'digest':
        return pull.digest(answer.result.value)
      case 'directory':
        return pull.directory(answer.result.value)
      case 'erasures':
        // What stands ready to be sent may be theirs.
        push.rest()
        return pull.erasures(answer.result.value)
      case 'log':
        return pull.log(answer.result.value)
    }
  }

  return {
    next() {
      if (underWay !== null || paused) return { request: null, wakeInMs: null }
      guarded(() => (underWay = choose()))
      return { request: underWay, wakeInMs: underWay === null ? sleepMs() : null }
    },

    done(answer) {
      if (underWay?.kind !== answer.kind) throw new Error(`${answer.kind} was not asked for`)
      underWay = null
      guarded(() => take(answer))
    },

    meanwhile() {
      let worked = false
      if (underWay !== null && !paused) guarded(() => (worked = push.meanwhile()))
      return worked
    },

    nudge(why) {
      health.nudge(why)
      if (why === 'sync-now') push.retryItemsNow()
      if (why !== 'accepted') pull.soon()
    },

    rest: () => guarded(() => push.rest()),
    setPaused(wanted) {
      paused = wanted
      if (wanted) guarded(() => push.rest())
    },
    troubled: () => push.troubled(),

    status() {
      guardedCounts()
      return describe({ counts, health, paused, underWay: underWay?.kind ?? null })
    },
  }

  /** A status must not fail: without a readable store it repeats the last known numbers. */
  function guardedCounts() {
    try {
      counts = { ...store.outbox.counts() }
    } catch (error) {
      report({ kind: 'store-failed', error })
    }
  }
}

function isDrained({ ready, inflight }: { readonly ready: number; readonly inflight: number }) {
  return ready + inflight === 0
}
