import type { BulkItem } from '../../core/bulk.ts'
import { type Result, ok } from '../../core/outcome.ts'
import type { Accepting, LaterWish } from './accepting.ts'
import type { Database } from './database.ts'
import type { AcceptMany, AcceptedMany, PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Undo } from './undo.ts'

type ForMany = Pick<PeopleStore, 'acceptGrants' | 'acceptResends' | 'acceptDeletes' | 'undoDeletes'>

/** One step on many records, in one transaction: after a crash all of it is there or nothing. */
export function createAcceptMany(
  db: Database,
  parts: {
    readonly accepting: Accepting
    readonly undo: Undo
  },
): ForMany {
  const { accepting, undo } = parts

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

  return {
    acceptGrants: ({ addGroups, addRights, ...input }) =>
      many(input, { method: 'grant', addGroups, addRights }),
    acceptResends: ({ email, ...input }) => many(input, { method: 'resend', email }),
    acceptDeletes: (input) => many(input, { method: 'delete' }),
    undoDeletes: (opIds) =>
      db.attempt<{ readonly undone: readonly string[] }, WriteRefusal>(() =>
        ok({ undone: opIds.filter((opId) => undo(opId, 'delete')) }),
      ),
  }
}
