import { fail, ok } from '../../core/outcome.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { keysOf } from './keys.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'

type Accept = Pick<PeopleStore, 'acceptCreate' | 'acceptUpdate' | 'acceptDelete'>

/**
 * Takes what a person wishes: record, outbox row and keys in one transaction. The same op id is taken
 * once, whatever became of it since.
 */
export function createAccept(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly accepting: Accepting
  },
): Accept {
  const { ops, records, accepting } = parts

  return {
    acceptCreate: ({ opId, fields, at }) =>
      db.attempt(() => {
        const recordId = accepting.known(opId)
        if (recordId !== null) return ok({ recordId })
        const keys = keysOf(opId, [fields.cardId])
        const wish = { method: 'create', fields } as const
        const seq = ops.append({ opId, recordId: opId, wish, seen: null, seenVersion: 0, keys }, at)
        records.refreshMadeHere(opId, seq)
        return ok({ recordId: opId })
      }),

    acceptUpdate: ({ opId, recordId, set, at }) =>
      db.attempt(() => {
        const already = accepting.known(opId)
        if (already !== null) return ok({ recordId: already })
        const taken = accepting.take({ opId, recordId }, { method: 'update', set }, at)
        return taken ? ok({ recordId }) : fail('gone')
      }),

    acceptDelete: ({ opId, recordId, at }) =>
      db.attempt(() => {
        const already = accepting.known(opId)
        if (already !== null) return ok({ recordId: already })
        const taken = accepting.take({ opId, recordId }, { method: 'delete' }, at)
        return taken ? ok({ recordId }) : fail('gone')
      }),
  }
}
