import type { BulkItem } from '../../core/bulk.ts'
import { type Result, ok } from '../../core/outcome.ts'
import type { Accepting, LaterWish } from './accepting.ts'
import type { Database } from './database.ts'
import type { AcceptMany, AcceptedMany, PeopleStore, WriteRefusal } from './desk-store.ts'
import type { OpLog } from './op-log.ts'
import { neverSent } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'

type ForMany = Pick<PeopleStore, 'acceptGrants' | 'acceptResends' | 'acceptDeletes' | 'undoDeletes'>

/** One step on many records, in one transaction: after a crash all of it is there or nothing. */
export function createAcceptMany(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly log: OpLog
    readonly accepting: Accepting
  },
): ForMany {
  const { ops, records, log, accepting } = parts

  function many({ items, at }: AcceptMany, wish: LaterWish): Result<AcceptedMany, WriteRefusal> {
    return db.attempt(() => {
      const accepted: BulkItem[] = []
      const gone: BulkItem[] = []
      for (const item of items) {
        const taken = accepting.known(item.opId) !== null || accepting.take(item, wish, at)
        const list = taken ? accepted : gone
        list.push(item)
      }
      return ok({ accepted, gone })
    })
  }

  function undo(opId: string): boolean {
    const op = ops.find(opId)
    if (op === null) return log.find(opId)?.reason === undone
    if (op.method !== 'delete' || !neverSent(op)) return false
    const { seq, recordId } = op
    log.write({ opId, seq, recordId, outcome: 'cancelled', reason: undone })
    ops.remove(seq)
    records.refresh(recordId)
    return true
  }

  return {
    acceptGrants: ({ addGroups, addRights, ...input }) =>
      many(input, { method: 'grant', addGroups, addRights }),
    acceptResends: ({ email, ...input }) => many(input, { method: 'resend', email }),
    acceptDeletes: (input) => many(input, { method: 'delete' }),
    undoDeletes: (opIds) =>
      db.attempt<{ readonly undone: readonly string[] }, WriteRefusal>(() =>
        ok({ undone: opIds.filter(undo) }),
      ),
  }
}

const undone = 'undone'
