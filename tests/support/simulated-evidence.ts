import type { Operation } from '../../core/operation.ts'
import type { PersonField } from '../../core/person.ts'

/** What the simulated cloud remembers for the checks. */
export type Evidence = {
  /** Applied operations of desks in the cloud's order. */
  readonly applied: readonly Operation[]
  /** The same with what they met. */
  readonly history: readonly AppliedWish[]
  /** Records that were out of sight at some time. */
  readonly wereAway: ReadonlySet<string>
  /** Op ids that came with two different byte strings: must stay empty. */
  readonly reusedKeys: readonly string[]
}

export type Overwritten = {
  readonly field: PersonField
  readonly value: unknown
  /** With which others had set it. */
  readonly version: number
}

export type AppliedWish = {
  readonly wish: Operation
  /** The record's card before and after. */
  readonly cards: readonly [string | null, string | null]
  /** Its person had registered by an invitation before. */
  readonly registered: boolean
  /** Fields of others that it gave another value. */
  readonly overwrites: readonly Overwritten[]
}
