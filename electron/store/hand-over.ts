import { isHandable } from '../../core/hand-over.ts'
import { type Result, fail, ok } from '../../core/outcome.ts'
import { fullName } from '../../core/person.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Leaving } from './handed-over.ts'
import { opState } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Settling } from './settle.ts'
import { viewOf } from './view.ts'
import { readWish, wishText } from './wish.ts'

/**
 * How an operation goes from one person's queue to another's on the same computer. Nothing is ever sent
 * under another sign-in: the one who takes it over wishes the same anew. Between the two steps of the
 * giver it is kept beside their databases (handed-over.ts); each step may be done again.
 */
export type HandOverStore = {
  /** What of these waits for somebody with other powers. Throws `StoreUnavailable`. */
  leaving(opIds: readonly string[]): readonly Leaving[]
  /** They are somebody else's now; those that wait no more are passed over. */
  left(opIds: readonly string[]): Result<void, WriteRefusal>
  /** The same wish on what is there now; the same op id twice is one. `unreadable`: of another version. */
  takeOver(
    input: { readonly opId: string; readonly at: string } & Pick<
      Leaving,
      'recordId' | 'method' | 'wish'
    >,
  ): Result<{ recordId: string }, WriteRefusal | 'gone' | 'unreadable'>
  /** Whether it was accepted here, whatever became of it. Throws `StoreUnavailable`. */
  knows(opId: string): boolean
}

export const handedOverReason = 'handed over'

export function createHandOver(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly settling: Settling
    readonly accepting: Accepting
    readonly acceptCreate: PeopleStore['acceptCreate']
  },
): HandOverStore {
  const { ops, records, settling, accepting, acceptCreate } = parts

  const parkedOp = (opId: string) => {
    const op = ops.find(opId)
    return op?.state === opState.parked ? op : null
  }

  function leavingOf(opId: string): Leaving[] {
    const op = parkedOp(opId)
    if (op === null || op.wish === null || op.problem === null) return []
    if (!isHandable(op.problem)) return []
    const { recordId, method } = op
    const view = viewOf(recordId, records.base(recordId), ops.ofRecord(recordId))
    const name = view === null ? '' : fullName(view.fields) || (view.fields.email ?? '')
    // Somebody who is nowhere yet goes as they are wanted now, with what was changed since.
    const whole = op.wish.method === 'create' && view !== null
    const wish = wishText(whole ? { method: 'create', fields: view.fields } : op.wish)
    return [{ opId, recordId, name, method, wish }]
  }

  return {
    leaving: (opIds) => db.read(() => opIds.flatMap(leavingOf)),
    left: (opIds) =>
      db.attempt<void, WriteRefusal>(() => {
        for (const opId of opIds) {
          // An earlier one of them may have taken it along.
          const op = parkedOp(opId)
          if (op !== null) settling.giveUp(op, handedOverReason)
        }
        return ok()
      }),
    takeOver({ opId, recordId, method, wish: text, at }) {
      const wish = readWish(method, text)
      if (wish === null) return fail('unreadable')
      if (wish.method === 'create') return acceptCreate({ opId, fields: wish.fields, at })
      return db.attempt(() => {
        const already = accepting.known(opId)
        if (already !== null) return ok({ recordId: already })
        return accepting.take({ opId, recordId }, wish, at) ? ok({ recordId }) : fail('gone')
      })
    },
    knows: (opId) => db.read(() => accepting.known(opId) !== null),
  }
}
