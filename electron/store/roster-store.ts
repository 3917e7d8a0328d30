import type { CardMove } from '../../core/card-move.ts'
import type { Result } from '../../core/outcome.ts'
import type { PersonFields } from '../../core/person.ts'
import type {
  RosterPerson,
  RosterReason,
  RosterRow,
  RosterSource,
  RosterStep,
  RosterSummary,
  RosterView,
} from '../../core/roster/roster.ts'
import type { WriteRefusal } from './desk-store.ts'

export type NewRoster = {
  readonly rosterId: string
  readonly title: string
  readonly source: RosterSource
  readonly people: readonly RosterPerson[]
  /** Wall clock, ISO 8601, for display. */
  readonly at: string
}

/** A card for the person who waits under `opId`; `fields` as they are to be with it. */
export type RosterAssignment = {
  readonly rosterId: string
  readonly opId: string
  readonly fields: PersonFields & { readonly cardId: string }
  /** As the record was before; null: it is created. */
  readonly before: PersonFields | null
  /** The card is taken from somebody. */
  readonly move: CardMove | null
  readonly at: string
  /** Where the card was laid down. */
  readonly reader?: string | null
}

type Write<Code extends string = never> = Result<void, WriteRefusal | Code>

/** Lists of people who get their cards one after the other, and where each list stands. */
export type RosterStore = {
  /** The same id twice is one list. It becomes the running one. */
  create(roster: NewRoster): Write
  /** Newest first, at most 50. */
  list(): readonly RosterSummary[]
  view(rosterId: string): RosterView | null
  /** The list that was not left yet; null: none. */
  running(): string | null
  /** null: none is. */
  run(rosterId: string | null): Write
  finish(rosterId: string, at: string): Write
  /** Who stands in the list under this op id. */
  person(rosterId: string, opId: string): RosterRow | null
  rows(rosterId: string): readonly RosterRow[]
  /** Record, outbox row and list in one transaction; nothing when it was done before. */
  assign(assignment: RosterAssignment): Write<'gone'>
  /** The person goes on waiting; the reason is remembered. */
  noteRefusal(rosterId: string, opId: string, reason: RosterReason): Write
  step(rosterId: string, step: RosterStep, at: string): Write
  /** Takes the assignment under `opId` back if it is the last one; else it was done before. */
  undo(input: {
    readonly rosterId: string
    readonly opId: string
    readonly newOpId: string
    readonly changeOpId: string
    readonly mayBeCardless: boolean
    readonly at: string
  }): Result<void, WriteRefusal | 'card-missing'>
  /** Members of a group who have no card, by name; the first 3,000. */
  cardlessMembers(groupId: string): readonly Omit<RosterPerson, 'opId'>[]
}
