import { operationMethod } from '../../core/operation.ts'
import type { OperationMethod } from '../../core/operation.ts'
import { type Result, ok } from '../../core/outcome.ts'
import type { DeskIdentity } from '../../core/session.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'

/** One operation that was handed over, as this computer keeps it. */
export type HandedOver = {
  readonly opId: string
  readonly fromId: string
  readonly from: string
  readonly recordId: string
  readonly name: string
  readonly method: OperationMethod
  /** As in the outbox; null once somebody has decided. */
  readonly wish: string | null
  readonly at: string
  readonly state: 'waiting' | 'taken' | 'dropped'
  readonly by: string | null
  readonly takerId: string | null
  readonly newOpId: string | null
}

/** What is new in the list. */
export type Leaving = Pick<HandedOver, 'opId' | 'recordId' | 'name' | 'method'> & {
  readonly wish: string
}

/** Work that waits for a colleague, by account. Every change is on disk when it returns. */
export type HandedOverStore = {
  /** Oldest first, all states. Throws `StoreUnavailable`. */
  list(identity: DeskIdentity): readonly HandedOver[]
  /** Those that are there already stay as they are. */
  keep(identity: DeskIdentity, leaving: readonly Leaving[], at: string): Result<void, WriteRefusal>
  /**
   * Notes who takes it over and under which key, before they do. Answers the key that was noted first;
   * null: somebody else is about to take it, or has.
   */
  reserve(
    opId: string,
    taker: { readonly id: string; readonly newOpId: string },
  ): Result<string | null, WriteRefusal>
  /** Nothing came of it: others may take it over again. */
  release(opId: string, takerId: string): Result<void, WriteRefusal>
  decide(
    opId: string,
    decision: { readonly state: 'taken' | 'dropped'; readonly by: string },
  ): Result<void, WriteRefusal>
  /** Only of the one who handed it over, and not while somebody is about to take it. */
  forget(opId: string, fromId: string): Result<void, WriteRefusal>
  /**
   * Takes away what is about these, and the names of those who left or decided it, and writes the file
   * anew, so that nothing of it is left in free parts of it. Doing it again does no harm. Throws
   * `StoreUnavailable`.
   */
  erase(identity: DeskIdentity, ids: readonly string[]): void
}

const these = '(SELECT value FROM json_each(?))'

/** Who dropped something is known by name only: that is not worth keeping where somebody is erased. */
const erasureSql = [
  `DELETE FROM handed_over WHERE cloud_id = ? AND account_id = ? AND record_id IN ${these}`,
  `UPDATE handed_over SET from_name = ''
     WHERE cloud_id = ? AND account_id = ? AND from_id IN ${these}`,
  `UPDATE handed_over SET by_name = ''
     WHERE cloud_id = ? AND account_id = ? AND (taker_id IN ${these} OR state = 'dropped')
       AND by_name IS NOT NULL`,
]

type Row = Omit<HandedOver, 'method'> & { readonly method: string }

export function createHandedOver(db: Database): HandedOverStore {
  const all = db.prepare<[string, string], Row>(
    `SELECT op_id AS opId, from_id AS fromId, from_name AS "from", record_id AS recordId, name, method,
       wish, at, state, by_name AS "by", taker_id AS takerId, new_op_id AS newOpId
     FROM handed_over WHERE cloud_id = ? AND account_id = ? ORDER BY at, op_id`,
  )
  const insert = db.prepare<string[]>(
    `INSERT INTO handed_over (op_id, cloud_id, account_id, from_id, from_name, record_id, name, method,
       wish, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT DO NOTHING`,
  )
  const reserve = db.prepare<[string, string, string]>(
    `UPDATE handed_over SET taker_id = ?, new_op_id = ?
     WHERE op_id = ? AND state = 'waiting' AND taker_id IS NULL`,
  )
  const reserved = db.prepare<[string, string], { newOpId: string }>(
    `SELECT new_op_id AS newOpId FROM handed_over
     WHERE op_id = ? AND state = 'waiting' AND taker_id = ?`,
  )
  // Whoever is about to take it over may have sent it already.
  const decide = db.prepare<[string, string, string, string]>(
    `UPDATE handed_over SET state = ?, by_name = ?, wish = NULL
     WHERE op_id = ? AND state = 'waiting' AND (taker_id IS NULL OR ? = 'taken')`,
  )
  const release = db.prepare<[string, string]>(
    `UPDATE handed_over SET taker_id = NULL, new_op_id = NULL
     WHERE op_id = ? AND taker_id = ? AND state = 'waiting'`,
  )
  const forget = db.prepare<[string, string]>(
    `DELETE FROM handed_over
     WHERE op_id = ? AND from_id = ? AND (state <> 'waiting' OR taker_id IS NULL)`,
  )
  const change = (work: () => void) =>
    db.attempt<void, WriteRefusal>(() => {
      work()
      return ok()
    })

  return {
    list: ({ cloudId, account }) => db.read(() => all.all(cloudId, account.id)).flatMap(readRow),
    keep: ({ cloudId, account, person }, leaving, at) =>
      change(() => {
        for (const { opId, recordId, name, method, wish } of leaving) {
          const whose = [cloudId, account.id, person.id, person.name || person.email]
          insert.run(opId, ...whose, recordId, name, method, wish, at)
        }
      }),
    reserve: (opId, { id, newOpId }) =>
      db.attempt<string | null, WriteRefusal>(() => {
        reserve.run(id, newOpId, opId)
        return ok(reserved.get(opId, id)?.newOpId ?? null)
      }),
    release: (opId, takerId) => change(() => release.run(opId, takerId)),
    decide: (opId, { state, by }) => change(() => decide.run(state, by, opId, state)),
    forget: (opId, fromId) => change(() => forget.run(opId, fromId)),
    erase({ cloudId, account }, ids) {
      db.write(() => {
        for (const text of erasureSql) {
          db.prepare<string[]>(text).run(cloudId, account.id, JSON.stringify(ids))
        }
      })
      db.rewrite()
    },
  }
}

/** Of a version that knew more methods: left to it. */
function readRow(row: Row): HandedOver[] {
  const method = operationMethod.safeParse(row.method)
  return method.success ? [{ ...row, method: method.data }] : []
}
