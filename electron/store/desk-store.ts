import type { BulkItem } from '../../core/bulk.ts'
import type { LabelRule } from '../../core/card-profile.ts'
import type { CardStep, CardStepRefusal } from '../../core/card-step.ts'
import type { CardMove } from '../../core/card-move.ts'
import type { Directory } from '../../core/directory.ts'
import type { KeptForms } from '../../core/draft.ts'
import type { Hints, HintsQuery } from '../../core/hints.ts'
import type { Notice } from '../../core/notice.ts'
import type { Change } from '../../core/record.ts'
import type { OperationMethod, ParkedProblem } from '../../core/operation.ts'
import type { Result } from '../../core/outcome.ts'
import type { ParkedRow, PendingPage, PendingQuery, PersonRow } from '../../core/pending-page.ts'
import type { PersonChange, PersonFields } from '../../core/person.ts'
import type { QueueRow } from '../../core/queue.ts'
import type { Right } from '../../core/rights.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { FeedStore } from './feed-store.ts'
import type { HandOverStore } from './hand-over.ts'
import type { LockStore } from './lock-store.ts'
import type { ErasureStore } from './erasures.ts'
import type { LogStore } from './log-store.ts'
import type { LooseStore } from './loose-store.ts'
import type { RosterStore } from './roster-store.ts'
import type { Standing } from './standing.ts'

export type { FeedStore } from './feed-store.ts'

/**
 * One open database: one cloud, one account, one person. All methods are synchronous; a write returns
 * after COMMIT. Those without a refusal in their answer throw `StoreUnavailable` (database.ts) when disk
 * or file are at fault, and then have changed nothing.
 */
export type DeskStore = {
  readonly outbox: OutboxStore
  readonly feed: FeedStore
  readonly people: PeopleStore
  readonly directory: DirectoryStore
  readonly rosters: RosterStore
  readonly loose: LooseStore
  readonly log: LogStore
  readonly handOver: HandOverStore
  readonly lock: LockStore
  readonly erasures: ErasureStore
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
  /** The card of the fields is taken from somebody, as an operation of its own that can be undone. */
  readonly move?: CardMove | null
  /** Where the card was laid down; null: typed or chosen. */
  readonly reader?: string | null
}

/** Of a record that is there already. */
export type AcceptLater = Pick<AcceptCreate, 'opId' | 'at' | 'reader'> & {
  readonly recordId: string
}

/** One step on up to 1,000 records, in one transaction; the same op id twice is accepted once. */
export type AcceptMany = { readonly items: readonly BulkItem[]; readonly at: string }

/** In the order given; `gone` are of records that are not there, or not any more. */
export type AcceptedMany = {
  readonly accepted: readonly BulkItem[]
  readonly gone: readonly BulkItem[]
}

export type { Standing } from './standing.ts'

export type PeopleStore = {
  /** Record and outbox row in one transaction. */
  acceptCreate(input: AcceptCreate): Result<{ recordId: string }, WriteRefusal>
  /** A change to an existing record; merges in place into a later unsent row of the same record where allowed (sync 3.3). */
  acceptUpdate(
    input: AcceptLater & { readonly set: PersonChange; readonly move?: CardMove | null },
  ): Result<{ recordId: string }, WriteRefusal | 'gone'>
  acceptDelete(input: AcceptLater): Result<{ recordId: string }, WriteRefusal | 'gone'>
  /** Groups and rights on top of those that the record has. */
  acceptGrants(
    input: AcceptMany & {
      readonly addGroups: readonly string[]
      readonly addRights: readonly Right[]
    },
  ): Result<AcceptedMany, WriteRefusal>
  /** `email` null: to the address that each has. A create that was never sent mails anyway. */
  acceptResends(
    input: AcceptMany & { readonly email: string | null },
  ): Result<AcceptedMany, WriteRefusal>
  /**
   * Undone by `undoDeletes` until claimed: to hold them back, give their op ids to `claim` in `skip`. A
   * record that was never sent vanishes with all that waits for it at the next claim without them.
   */
  acceptDeletes(input: AcceptMany): Result<AcceptedMany, WriteRefusal>
  /** Takes back deletions that were never claimed; `undone` are their op ids, also of an earlier call. */
  undoDeletes(
    opIds: readonly string[],
  ): Result<{ readonly undone: readonly string[] }, WriteRefusal>
  /** What happens to the cards of a person, by the rules of core/card-step on what this desk shows. */
  acceptCardStep(
    input: AcceptLater & { readonly step: CardStep },
  ): Result<{ recordId: string }, WriteRefusal | 'gone' | CardStepRefusal>
  /** Takes back a card step that was never claimed, unless a later one builds on it. */
  undoCardStep(opId: string): Result<{ readonly undone: boolean }, WriteRefusal>
  /** Takes back a card move that was never claimed: the card is with its former holder again. */
  undoMove(opId: string): Result<{ readonly undone: boolean }, WriteRefusal>
  /**
   * Lets records vanish that were deleted before anything of them was sent, except where the deletion is
   * in `skip`. A claim does it as well; for a queue that is not being sent.
   */
  cancelUnsent(skip: ReadonlySet<string>): void
  /** For up to 1,000 ids; unknown ones are left out. */
  standing(recordIds: readonly string[]): readonly Standing[]
  /** Sorted, paged and searched alike: who is invited, and who is a user (registered or without email). */
  pendingPage(query: PendingQuery): PendingPage
  usersPage(query: PendingQuery): PendingPage
  /** Pending invitations that match, by name; the first 1,000. */
  ids(search: string): readonly string[]
  /** From this desk's own records, so never `elsewhere`. */
  hints(query: HintsQuery): Hints
  /** Used before and beginning so, whatever the case; most used first, at most 20. */
  organizations(prefix: string): readonly string[]
  /** Of a roll, sent or not, of deleted people too; null when none is known. */
  highestLabel(roll: Pick<LabelRule, 'prefix' | 'digits'>): string | null
  /** Newest first, at most 100. */
  notices(): readonly Notice[]
  dismissNotice(opId: string): Result<void, WriteRefusal>
  draft(): KeptForms
  keepDraft(kept: KeptForms): Result<void, WriteRefusal>
  /** The order of the lists from now on; both are kept at hand. */
  setLanguage(language: SortLanguage): Result<void, WriteRefusal>
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
  /** Takes the card from the holder whom the cloud named. The rest of what was parked goes under `newOpId`. */
  moveParked(input: {
    opId: string
    newOpId: string
    moveOpId: string
    at: string
  }): Result<{ recordId: string }, WriteRefusal | 'not-parked' | 'gone'>
  discardParked(opId: string): Result<void, WriteRefusal | 'not-parked'>
  /** Many at once, in one transaction; those that wait no more are passed over. */
  decideParked(decisions: readonly Decision[]): Result<{ readonly decided: number }, WriteRefusal>
  /** Once for each version of the program: what the cloud could not read, under keys that `mint` makes. */
  encodeAnew(version: string, mint: () => string): Result<{ readonly sent: number }, WriteRefusal>
}

/** `fields` null: given up. `group` takes the place of one that has vanished; null: none does. */
export type Decision = {
  readonly opId: string
  readonly newOpId: string
  readonly fields: PersonFields | null
  readonly group: string | null
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
  /** What `work` claims and settles is one transaction: it is all there, or it throws and nothing is. */
  atOnce<T>(work: () => T): T
  counts(): { readonly ready: number; readonly inflight: number; readonly parked: number }
  /** The next rows after a place, in the person's order; what waits in memory (`undo`, `troubled`) is not known here. */
  waiting(after: number | null, limit: number): readonly QueueRow[]
}

/** Groups, resources, schedules and the card profile as last pulled; version 0 and empty until then. */
export type DirectoryStore = {
  get(): Directory
  replace(directory: Directory): void
}
