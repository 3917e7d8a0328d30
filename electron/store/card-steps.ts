import { type Cards, afterStep } from '../../core/card-step.ts'
import { fail, ok } from '../../core/outcome.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Undo } from './undo.ts'
import { viewOf } from './view.ts'

/** Lost, found, replaced, lent, taken back: each an operation of its own, in the person's order. */
export function createCardSteps(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly accepting: Accepting
    readonly undo: Undo
  },
): Pick<PeopleStore, 'acceptCardStep' | 'undoCardStep'> {
  const { ops, records, accepting, undo } = parts

  function cardsNow(recordId: string): Cards | null {
    const view = viewOf(recordId, records.base(recordId), ops.ofRecord(recordId))
    return view === null || view.deleted ? null : { ...view.fields, otherCards: view.otherCards }
  }

  return {
    acceptCardStep: ({ opId, recordId, step, at, reader = null }) =>
      db.attempt(() => {
        const already = accepting.known(opId)
        if (already !== null) return ok({ recordId: already })
        const cards = cardsNow(recordId)
        if (cards === null) return fail('gone')
        const possible = afterStep(cards, step)
        if (!possible.ok) return possible
        const taken = accepting.take({ opId, recordId }, { method: 'card', step }, at, reader)
        return taken ? ok({ recordId }) : fail('gone')
      }),

    undoCardStep: (opId) =>
      db.attempt<{ readonly undone: boolean }, WriteRefusal>(() => {
        const op = ops.find(opId)
        if (op !== null && ops.isKeyUsedAfter(op.seq, ops.keys(op.seq)))
          return ok({ undone: false })
        return ok({ undone: undo(opId, 'card') })
      }),
  }
}
