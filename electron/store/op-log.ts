import type { Database } from './database.ts'

export type OpOutcome = 'applied' | 'superseded' | 'merged' | 'cancelled' | 'discarded'

/** What became of an accepted operation that is no longer in the outbox. Kept for ever: it is the proof. */
export type LoggedOp = {
  readonly opId: string
  /** Its place in the outbox; null for one that never had a row of its own. */
  readonly seq: number | null
  readonly recordId: string
  readonly outcome: OpOutcome
  /** The operation that took its place or made it void. */
  readonly byOp?: string
  /** The record's version that it made. */
  readonly version?: number
  readonly reason?: string
}

export type OpLog = {
  write(entry: LoggedOp): void
  find(opId: string): {
    readonly recordId: string
    readonly outcome: OpOutcome
    readonly byOp: string | null
    readonly reason: string | null
  } | null
}

export function createOpLog(db: Database): OpLog {
  const insert = db.prepare<
    [string, number | null, string, OpOutcome, string | null, number | null, string | null]
  >(
    `INSERT INTO op_log (op_id, seq, record_id, outcome, by_op, version, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = db.prepare<
    [string],
    { recordId: string; outcome: OpOutcome; byOp: string | null; reason: string | null }
  >('SELECT record_id AS recordId, outcome, by_op AS byOp, reason FROM op_log WHERE op_id = ?')

  return {
    write: ({ opId, seq, recordId, outcome, byOp, version, reason }) =>
      void insert.run(opId, seq, recordId, outcome, byOp ?? null, version ?? null, reason ?? null),
    find: (opId) => select.get(opId) ?? null,
  }
}
