import { z } from 'zod'
import { type Operation, type OperationProblem, operationProblem } from '../../core/operation.ts'
import { change } from '../../core/record.ts'
import type { Role } from '../../core/role.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { RegionMoves } from '../store/region-moves.ts'
import type { SeenBook } from './seen-book.ts'

/** Who asks, for which account, in which role. */
export type Actor = {
  readonly personId: string
  /** Name, or email without one. */
  readonly person: string
  readonly desk: { readonly id: string; readonly name: string }
  readonly accountId: string
  readonly role: Role
  /** What a Regional Admin is limited to; for the others: of which their records are. */
  readonly regionId: string | null
}

/** One write transaction on behalf of an actor. */
export type OperationContext = {
  readonly db: CloudDatabase
  /** Records are read and changed through it, and through nothing else; those of other regions are not there. */
  readonly records: SeenBook
  readonly moves: RegionMoves
  /** To be called when a member comes to see something else than before. */
  readonly viewChanged: () => void
  readonly actor: Actor
  /** ISO 8601; the same for the whole batch. */
  readonly now: string
  /** A provisional feed position for the next row that is written (see store/feed.ts). */
  readonly nextPosition: () => number
}

/** The columns of a version that the actor asked for. */
export function wishedNow({ actor, now }: OperationContext, version: number) {
  return { version, wished_version: version, wished_by: actor.personId, wished_at: now }
}

/** A definitive outcome: the same bytes always get it again. */
export const settled = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('applied'), change }),
  z.strictObject({ outcome: z.literal('refused'), problem: operationProblem }),
])
export type Settled = z.infer<typeof settled>

export type Create = Extract<Operation, { method: 'create' }>
export type Update = Extract<Operation, { method: 'update' }>
export type Delete = Extract<Operation, { method: 'delete' }>
export type Grant = Extract<Operation, { method: 'grant' }>
export type StepCard = Extract<Operation, { method: 'card' }>
export type MoveCard = Extract<Operation, { method: 'move-card' }>
export type Resend = Extract<Operation, { method: 'resend' }>

export function refused(problem: OperationProblem): Settled {
  return { outcome: 'refused', problem }
}
