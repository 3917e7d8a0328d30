import type { CardMove } from '../../core/card-move.ts'
import { fail, ok } from '../../core/outcome.ts'
import { type PersonChange, noCard } from '../../core/person.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { keysOf } from './keys.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { type MoveWish, setFields } from './wish.ts'

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
    acceptCreate: ({ opId, fields: given, at, move = null, reader = null }) =>
      db.attempt(() => {
        const recordId = accepting.known(opId)
        if (recordId !== null) return ok({ recordId })
        const moved = movedCard(move, given)
        const fields = moved === null ? given : { ...given, ...noCard }
        const keys = keysOf(opId, [fields.cardId])
        const wish = { method: 'create', fields } as const
        const op = { opId, recordId: opId, wish, seen: null, seenVersion: 0, keys, reader }
        const seq = ops.append(op, at)
        records.refreshMadeHere(opId, seq)
        if (moved !== null)
          accepting.take({ opId: moved.opId, recordId: opId }, moved.wish, at, reader)
        return ok({ recordId: opId })
      }),

    acceptUpdate: ({ opId, recordId, set: given, at, move = null, reader = null }) =>
      db.attempt(() => {
        const already = accepting.known(opId) ?? (move === null ? null : accepting.known(move.opId))
        if (already !== null) return ok({ recordId: already })
        const moved = movedCard(move, { surfaceId: '', ...given })
        const { cardId: _card, surfaceId: _surface, ...others } = given
        const set = moved === null ? given : others
        const asked = moved === null || setFields(set).length > 0
        if (asked && !accepting.take({ opId, recordId }, { method: 'update', set }, at, reader)) {
          return fail('gone')
        }
        if (moved === null) return ok({ recordId })
        const taken = accepting.take({ opId: moved.opId, recordId }, moved.wish, at, reader)
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

/** null: no card is given, or it is taken from nobody. */
function movedCard(
  move: CardMove | null,
  { cardId, surfaceId }: Pick<PersonChange, 'cardId' | 'surfaceId'>,
): { readonly opId: string; readonly wish: MoveWish } | null {
  if (move === null || typeof cardId !== 'string') return null
  const { opId, fromRecordId } = move
  const wish = { method: 'move-card', fromRecordId, cardId, surfaceId: surfaceId ?? '' } as const
  return { opId, wish }
}
