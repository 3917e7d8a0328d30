import type { CardContext } from '../../core/desk-log/card-context.ts'
import type { PersonFields } from '../../core/person.ts'
import type { ParkedProblem } from '../../core/operation.ts'
import type { Database } from './database.ts'
import { type Op, type OutboxRow, readOp } from './outbox-row.ts'
import { type Wish, wishText } from './wish.ts'

/** What an operation is made of before it has a place in the queue. */
export type NewOp = {
  readonly opId: string
  readonly recordId: string
  readonly wish: Wish
  readonly seen: PersonFields | null
  readonly seenVersion: number
  readonly keys: readonly string[]
  /** Where its card was laid down. */
  readonly reader?: string | null
}

/** `moment`: of a card that is given with it; null: its card is the one that was given before. */
export type WiderOp = Omit<NewOp, 'seenVersion' | 'reader'> & {
  readonly moment: CardContext | null
}

/** Rows of `outbox` with their keys. Every method runs inside the caller's transaction. */
export type OutboxRows = {
  /** Returns its place, `seq`. */
  append(op: NewOp, acceptedAt: string): number
  /** Another wish under another op id at the same place, ready and not sent; the keys are the given ones. */
  replace(seq: number, op: NewOp): void
  /** Another wish under the same op id, for one that was never sent; the keys are the given ones as well. */
  widen(seq: number, op: WiderOp): void
  /** By these keys as well as by its own. */
  orderBy(seq: number, keys: readonly string[]): void
  setSeen(seq: number, seen: PersonFields, version: number): void
  park(seq: number, problem: ParkedProblem): void
  remove(...seqs: readonly number[]): void
  find(opId: string): Op | null
  /** In the person's order, with the moves that take this record's card. */
  ofRecord(recordId: string): readonly Op[]
  parked(): readonly Op[]
  /** Deletions of records that the cloud has not told about, none of them claimed. */
  deletingUnknown(): readonly Op[]
  keys(seq: number): readonly string[]
  isKeyUsedAfter(seq: number, keys: readonly string[]): boolean
}

export const parkedSql = 'SELECT * FROM outbox WHERE state = 3 ORDER BY seq'
export const keySql = 'SELECT 1 FROM outbox_key WHERE key = ? AND seq > ? LIMIT 1'

/** Put in order by us: with ORDER BY, SQLite would plan it anew for every record, ten times what it takes. */
export const ofRecordSql = `SELECT * FROM outbox WHERE record_id = ?
  UNION ALL SELECT * FROM outbox WHERE from_record_id = ?`

export const deletingUnknownSql = `SELECT outbox.* FROM outbox JOIN record ON record.id = outbox.record_id
  WHERE method = 'delete' AND state = 0 AND item IS NULL AND base_version = 0 ORDER BY seq`

export function createOutboxRows(db: Database): OutboxRows {
  const insert = db.prepare<[string, string, string, string, string | null, number, string]>(
    `INSERT INTO outbox (op_id, record_id, method, wish, seen, seen_version, state, attempts, accepted_at)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)`,
  )
  const replace = db.prepare<[string, string, string, string, string | null, number, number]>(
    `UPDATE outbox SET op_id = ?, record_id = ?, method = ?, wish = ?, seen = ?, seen_version = ?,
       item = NULL, hash = NULL, state = 0, attempts = 0, problem = NULL,
       overtaken = 0 WHERE seq = ?`,
  )
  const widen = db.prepare<[string, string | null, number]>(
    'UPDATE outbox SET wish = ?, seen = ? WHERE seq = ?',
  )
  const setSeen = db.prepare<[string, number, number]>(
    'UPDATE outbox SET seen = ?, seen_version = ? WHERE seq = ?',
  )
  const park = db.prepare<[string, number]>(
    'UPDATE outbox SET state = 3, problem = ? WHERE seq = ?',
  )
  // A statement with triggers keeps a journal of its own: one for many rows is much cheaper than many.
  const remove = db.prepare<[string]>(
    'DELETE FROM outbox WHERE seq IN (SELECT value FROM json_each(?))',
  )
  const byOpId = db.prepare<[string], OutboxRow>('SELECT * FROM outbox WHERE op_id = ?')
  const byRecord = db.prepare<[string, string], OutboxRow>(ofRecordSql)
  const parked = db.prepare<[], OutboxRow>(parkedSql)
  const deleting = db.prepare<[], OutboxRow>(deletingUnknownSql)
  const addKey = db.prepare<[string, number]>(
    'INSERT INTO outbox_key (key, seq) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const dropKeys = db.prepare<[number]>('DELETE FROM outbox_key WHERE seq = ?')
  const keysOfRow = db.prepare<[number], { key: string }>(
    'SELECT key FROM outbox_key WHERE seq = ?',
  )
  const laterUse = db.prepare<[string, number]>(keySql)
  const lastSeq = db.prepare<[], { seq: number }>('SELECT last_insert_rowid() AS seq')

  const addKeys = (seq: number, keys: readonly string[]) => {
    for (const key of keys) addKey.run(key, seq)
  }

  return {
    append({ opId, recordId, wish, seen, seenVersion, keys }, acceptedAt) {
      insert.run(opId, recordId, wish.method, wishText(wish), text(seen), seenVersion, acceptedAt)
      const seq = lastSeq.get()?.seq ?? 0
      addKeys(seq, keys)
      return seq
    },
    replace(seq, { opId, recordId, wish, seen, seenVersion, keys }) {
      replace.run(opId, recordId, wish.method, wishText(wish), text(seen), seenVersion, seq)
      dropKeys.run(seq)
      addKeys(seq, keys)
    },
    widen(seq, { wish, seen, keys }) {
      widen.run(wishText(wish), text(seen), seq)
      addKeys(seq, keys)
    },
    orderBy: addKeys,
    setSeen: (seq, seen, version) => void setSeen.run(JSON.stringify(seen), version, seq),
    park: (seq, problem) => void park.run(JSON.stringify(problem), seq),
    remove: (...seqs) => void remove.run(JSON.stringify(seqs)),
    find: (opId) => optional(byOpId.get(opId)),
    ofRecord: (recordId) => byRecord.all(recordId, recordId).toSorted(bySeq).map(readOp),
    parked: () => parked.all().map(readOp),
    deletingUnknown: () => deleting.all().map(readOp),
    keys: (seq) => keysOfRow.all(seq).map(({ key }) => key),
    isKeyUsedAfter: (seq, keys) => keys.some((key) => laterUse.get(key, seq) !== undefined),
  }
}

const bySeq = (one: OutboxRow, other: OutboxRow) => one.seq - other.seq

function optional(row: OutboxRow | undefined): Op | null {
  return row === undefined ? null : readOp(row)
}

const text = (seen: PersonFields | null) => (seen === null ? null : JSON.stringify(seen))
