import type { RequestOf } from '../../contracts/cloud-api.ts'
import type { Result } from '../../core/outcome.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { AnswerOf, CloudFailure } from '../cloud-client/cloud-client.ts'

/** The engine asks; a thin shell carries it out and answers with `done`. */
export type SyncRequest =
  | { readonly kind: 'batch'; readonly items: readonly string[]; readonly timeoutMs: number }
  | { readonly kind: 'changes'; readonly cursor: string | null }
  | { readonly kind: 'snapshot'; readonly after: string | null }
  | { readonly kind: 'digest' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'erasures'; readonly after: number }
  | { readonly kind: 'log'; readonly query: RequestOf<'log'>['query'] }

export type SyncAnswer = {
  readonly [Kind in SyncRequest['kind']]: {
    readonly kind: Kind
    readonly result: Result<AnswerOf<Kind>, CloudFailure>
  }
}[SyncRequest['kind']]

/**
 * Sans-IO: no timers, no network, no clock of its own. The shell calls `next` whenever something may
 * have changed, carries out the request it returns and hands the answer to `done`; otherwise it sleeps
 * until `wakeInMs` or the next nudge. One request is under way at a time. An engine may be dropped at
 * any point: the next one on the same store goes on without losing or repeating anything.
 */
export type SyncEngine = {
  next(): { readonly request: SyncRequest | null; readonly wakeInMs: number | null }
  done(answer: SyncAnswer): void
  /**
   * For the time in which a request is under way: does a part of what need not wait for its answer, and
   * returns whether there was any. Whoever never calls it loses nothing but time.
   */
  meanwhile(): boolean
  /** Nothing will be asked for a while, or ever: what is known is settled, what was not sent is let go. */
  rest(): void
  /** Something happened that makes waiting pointless (new work, sign-in, resume from sleep, "Sync now"). */
  nudge(why: Nudge): void
  setPaused(paused: boolean): void
  status(): SyncStatus
  /** Op ids that the cloud failed on while it took others; they are tried again by themselves. */
  troubled(): ReadonlySet<string>
}

export type Nudge = 'accepted' | 'signed-in' | 'online' | 'resumed' | 'sync-now' | 'focus'

export type SyncClock = {
  /** Milliseconds, monotonic: the only clock that schedules. */
  readonly monotonicMs: () => number
  /** ISO 8601, for display only. */
  readonly wallTime: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly newId: () => string
}

/** What a log should know; nothing here needs a person's decision. */
export type SyncReport =
  /** The copy on this computer differed from the cloud's although both stood at the same cursor. */
  | { readonly kind: 'diverged'; readonly ownCount: number; readonly cloudCount: number }
  /** The database refused a read or write of the engine; what was under way is tried again. */
  | { readonly kind: 'store-failed'; readonly error: unknown }
  /** The cloud takes other items but keeps failing on this one; it is tried again for ever. */
  | { readonly kind: 'item-troubled'; readonly opId: string; readonly failures: number }
