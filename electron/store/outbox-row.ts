import { type OperationMethod, type ParkedProblem, parkedProblem } from '../../core/operation.ts'
import { type PersonFields, personFields } from '../../core/person.ts'
import { type Wish, parseJson, readWish } from './wish.ts'

/** As stored; 2 is left out on purpose, it was "done" in no version. */
export const opState = { ready: 0, inflight: 1, parked: 3 } as const

/** One row of the outbox. */
export type Op = {
  readonly seq: number
  readonly opId: string
  readonly recordId: string
  readonly method: OperationMethod
  /** null: cannot be read. */
  readonly wish: Wish | null
  /** Who loses the card of a move, also of one that cannot be read. */
  readonly fromRecordId: string | null
  /** The cloud's state that an update was made against; null when the record was not in the cloud yet. */
  readonly seen: PersonFields | null
  readonly seenVersion: number
  /** The bytes that travel, and their SHA-256; null until the first claim. */
  readonly item: string | null
  readonly hash: Uint8Array | null
  readonly state: 0 | 1 | 3
  readonly attempts: number
  readonly problem: ParkedProblem | null
  /** Its answer may be a replay from before the record was deleted: a snapshot since knows better. */
  readonly overtaken: boolean
  readonly acceptedAt: string
}

export type OutboxRow = {
  readonly seq: number
  readonly op_id: string
  readonly record_id: string
  readonly method: OperationMethod
  readonly wish: string
  readonly from_record_id: string | null
  readonly seen: string | null
  readonly seen_version: number
  readonly item: string | null
  readonly hash: Uint8Array | null
  readonly state: 0 | 1 | 3
  readonly attempts: number
  readonly problem: string | null
  readonly overtaken: 0 | 1
  readonly accepted_at: string
}

export function readOp(row: OutboxRow): Op {
  return {
    seq: row.seq,
    opId: row.op_id,
    recordId: row.record_id,
    method: row.method,
    wish: readWish(row.method, row.wish),
    fromRecordId: row.from_record_id,
    seen: row.seen === null ? null : parseJson(personFields, row.seen),
    seenVersion: row.seen_version,
    item: row.item,
    hash: row.hash,
    state: row.state,
    attempts: row.attempts,
    problem: row.problem === null ? null : readProblem(row.problem),
    overtaken: row.overtaken === 1,
    acceptedAt: row.accepted_at,
  }
}

/** Whose view it changes: its own record, and the one that loses the card of a move. */
export function recordsOf({
  recordId,
  fromRecordId,
}: Pick<Op, 'recordId' | 'fromRecordId'>): readonly string[] {
  return fromRecordId === null ? [recordId] : [recordId, fromRecordId]
}

/** Nothing under this op id has left this computer. */
export function neverSent(op: Op): boolean {
  return op.state === opState.ready && op.item === null
}

function readProblem(text: string): ParkedProblem {
  return parseJson(parkedProblem, text) ?? { code: 'client.bug', note: 'unreadable problem' }
}
