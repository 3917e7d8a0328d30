import type { Result } from '../../core/outcome.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { ResponseOf } from '../../contracts/cloud-api.ts'

/** The engine asks; a thin shell carries it out and answers with `done`. */
export type SyncRequest =
  | { readonly kind: 'batch'; readonly items: readonly string[]; readonly timeoutMs: number }
  | { readonly kind: 'changes'; readonly cursor: string | null }
  | { readonly kind: 'snapshot'; readonly after: string | null }
  | { readonly kind: 'digest' }

export type SyncAnswer =
  | { readonly kind: 'batch'; readonly result: Result<ResponseOf<'batch'>, CloudFailure> }
  | { readonly kind: 'changes'; readonly result: Result<ResponseOf<'changes'>, CloudFailure> }
  | { readonly kind: 'snapshot'; readonly result: Result<ResponseOf<'snapshot'>, CloudFailure> }
  | { readonly kind: 'digest'; readonly result: Result<ResponseOf<'digest'>, CloudFailure> }

/**
 * Sans-IO: no timers, no network, no clock of its own. The shell calls `next` whenever something may
 * have changed, carries out the request it returns and hands the answer to `done`; otherwise it sleeps
 * until `wakeInMs` or the next nudge.
 */
export type SyncEngine = {
  next(): { readonly request: SyncRequest | null; readonly wakeInMs: number | null }
  done(answer: SyncAnswer): void
  /** Something happened that makes waiting pointless (new work, sign-in, resume from sleep, "Sync now"). */
  nudge(why: 'accepted' | 'signed-in' | 'online' | 'resumed' | 'sync-now' | 'focus'): void
  setPaused(paused: boolean): void
  status(): SyncStatus
}

export type SyncClock = {
  /** Milliseconds, monotonic: the only clock that schedules. */
  readonly monotonicMs: () => number
  /** ISO 8601, for display only. */
  readonly wallTime: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly newId: () => string
}
