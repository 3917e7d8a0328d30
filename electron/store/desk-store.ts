import type { Change } from '../../core/record.ts'
import type { OperationMethod, ParkedProblem } from '../../core/operation.ts'
import type { Result } from '../../core/outcome.ts'
import type { ParkedRow, PendingPage, PendingQuery, PersonRow } from '../../core/pending-page.ts'
import type { PersonChange, PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'

/**
 * One open database: one cloud, one account, one person. All methods are synchronous; a write returns
 * after COMMIT. Those without a refusal in their answer throw `StoreUnavailable` (database.ts) when disk
 * or file are at fault, and then have changed nothing.
 */
export type DeskStore = {
  readonly outbox: OutboxStore
  readonly feed: FeedStore
  readonly people: PeopleStore
  /** Throws nothing: a failed close is reported by the next open. */
  close(): void
}

/** Why a write was not accepted; the transaction was rolled back and nothing changed. */
export type WriteRefusal = Extract<
  StoreRefusal,
  'disk-full' | 'read-only' | 'database-damaged' | 'in-use' | 'not-durable'
>

export type AcceptCreate = {
  /** UUIDv7; also the record's id and the first idempotency key. The same one twice is accepted once. */
  readonly opId: string
  readonly fields: PersonFields
  /** Wall clock, ISO 8601, for display. */
  readonly at: string
}

export type PeopleStore = {
  /** Record and outbox row in one transaction. */
  acceptCreate(input: AcceptCreate): Result<{ recordId: string }, WriteRefusal>
  /** A change to an existing record; merges in place into a later unsent row of the same record where allowed (sync 3.3). */
  acceptUpdate(input: {
    opId: string
    recordId: string
    set: PersonChange
    at: string
  }): Result<{ recordId: string }, WriteRefusal | 'gone'>
  acceptDelete(input: {
    opId: string
    recordId: string
    at: string
  }): Result<{ recordId: string }, WriteRefusal | 'gone'>
  pendingPage(query: PendingQuery): PendingPage
  /** Base plus pending operations: the record as this desk wants it; null when unknown or deleted. */
  fields(recordId: string): PersonFields | null
  /** The last ones that this desk created, newest first, at most 10. */
  recent(): readonly PersonRow[]
  parked(): readonly ParkedRow[]
  correctParked(input: {
    opId: string
    newOpId: string
    fields: PersonFields
  }): Result<{ recordId: string }, WriteRefusal | 'not-parked'>
  discardParked(opId: string): Result<void, WriteRefusal | 'not-parked'>
}

export type ClaimedItem = {
  readonly opId: string
  readonly recordId: string
  readonly method: OperationMethod
  /** The item's JSON, frozen at its first claim: these bytes and no others travel under this op id. */
  readonly body: string
  /** Including this one. */
  readonly attempts: number
  /** For a three-way merge: what an update sets, and the values it was made against. */
  readonly set: PersonChange | null
  readonly base: PersonFields | null
}

export type Settlement = { readonly opId: string } & (
  | { readonly kind: 'applied'; readonly change: Change }
  /** Nothing definitive is known: back to READY with the same key and bytes. */
  | { readonly kind: 'retry' }
  | { readonly kind: 'parked'; readonly problem: ParkedProblem }
  /** The same wish on a newer version: a new key at the same place in the queue, base moved to `onto`. */
  | { readonly kind: 'rebased'; readonly newOpId: string; readonly onto: Change }
  /** The goal is reached or void without this operation; logged, never silent. */
  | { readonly kind: 'discarded'; readonly reason: string; readonly onto: Change | null }
)

export type OutboxStore = {
  /** After a start: everything in flight goes back to READY, same keys, same bytes. */
  recover(): void
  /**
   * Freezes and marks as in flight the first eligible items in order: READY, not in `skip`, no earlier
   * row (of any state) and none in flight sharing a key, one item per key. A probe asks for one item.
   */
  claim(limits: {
    readonly items: number
    readonly bytes: number
    /** Op ids that wait out a backoff of their own. */
    readonly skip: ReadonlySet<string>
  }): readonly ClaimedItem[]
  /** All in one transaction. Unknown op ids are ignored: they were settled before. */
  settle(settlements: readonly Settlement[]): void
  counts(): { readonly ready: number; readonly inflight: number; readonly parked: number }
}

export type FeedStore = {
  cursor(): string | null
  /** Page and cursor in one transaction; refused (false) when `from` is not the own cursor. Never lowers a base version. */
  applyPage(page: {
    readonly from: string | null
    readonly next: string
    readonly changes: readonly Change[]
  }): boolean
  /** A fresh copy beside the old one; nothing is visible until `finishSnapshot` swaps it in. The outbox is untouched. */
  beginSnapshot(): void
  addToSnapshot(records: readonly Change[]): void
  finishSnapshot(cursor: string): void
  /** Count and 16 bucket hashes over (id, version) as `contracts/cloud-api` defines them. */
  digest(): { readonly count: number; readonly buckets: readonly string[] }
}
