import { type Result, ok } from '../../core/outcome.ts'
import { type Notice, notice } from '../../core/notice.ts'
import { fullName } from '../../core/person.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'
import type { Op } from './outbox-row.ts'
import { parseJson } from './wish.ts'

export type Notices = {
  /** To be told before the record changes: names the person as known until then. */
  readonly add: (op: Op, reason: string) => void
  readonly all: () => readonly Notice[]
  readonly dismiss: (opId: string) => Result<void, WriteRefusal>
}

const mostShown = 100

/** What ended without doing what was asked. The name is kept until somebody has read it, no longer. */
export function createNotices(db: Database): Notices {
  const person = db.prepare<
    [string],
    { firstName: string; lastName: string; email: string | null }
  >('SELECT first_name AS firstName, last_name AS lastName, email FROM record WHERE id = ?')
  const insert = db.prepare<[string, string, string, string, string]>(
    `INSERT INTO notice (op_id, record_id, name, method, reason) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const select = db.prepare<[number], { line: string }>(
    `SELECT json_object('opId', op_id, 'recordId', record_id, 'name', name, 'method', method,
       'reason', reason, 'at', at) AS line FROM notice ORDER BY seq DESC LIMIT ?`,
  )
  const remove = db.prepare<[string]>('DELETE FROM notice WHERE op_id = ?')

  return {
    add({ opId, recordId, method, seen }, reason) {
      if (method !== 'update' && method !== 'delete' && method !== 'resend') return
      if (!isTold(method, reason)) return
      const known = person.get(recordId) ?? seen
      const name = known === null ? '' : fullName(known) || (known.email ?? '')
      insert.run(opId, recordId, name, method, reason)
    },
    all: () =>
      db.read(() => select.all(mostShown)).flatMap(({ line }) => parseJson(notice, line) ?? []),
    dismiss: (opId) =>
      db.attempt<void, WriteRefusal>(() => {
        remove.run(opId)
        return ok()
      }),
  }
}

/** A deletion of what others have deleted has reached its goal. */
function isTold(method: Notice['method'], reason: string): boolean {
  return reason === 'registered' || (reason === 'gone' && method !== 'delete')
}
