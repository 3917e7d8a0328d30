import { fail, ok } from '../../core/outcome.ts'
import { type PersonFields, noCard } from '../../core/person.ts'
import type { Accepting } from './accepting.ts'
import type { PeopleStore } from './desk-store.ts'
import { keysOf } from './keys.ts'
import { withoutNewCard } from './corrected-wish.ts'
import type { OpLog } from './op-log.ts'
import { type Op, recordsOf } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { viewOf } from './view.ts'
import { type Wish, setFields } from './wish.ts'

/**
 * For an operation that waits because somebody else holds its card: the card is moved by an operation of
 * its own, at the end of the queue, and the rest is sent where it was. Inside the caller's transaction.
 */
export function createMoveParked(parts: {
  readonly ops: OutboxRows
  readonly records: Records
  readonly log: OpLog
  readonly accepting: Accepting
}) {
  const { ops, records, log, accepting } = parts

  return (
    op: Op,
    fields: PersonFields | null,
    { newOpId, moveOpId, at }: Parameters<PeopleStore['moveParked']>[0],
  ) => {
    const { opId, seq, recordId, problem, wish } = op
    if (problem?.code !== 'card.taken' || wish === null) return fail('not-parked')
    const now = viewOf(recordId, records.base(recordId), ops.ofRecord(recordId))
    // A card is lent, or is another main card: only the latter can be taken from somebody.
    if (wish.method === 'card' && wish.step.action !== 'replace') return fail('not-parked')
    if (fields === null || fields.cardId === null || now?.deleted !== false) return fail('gone')
    const { cardId, surfaceId } = fields
    const rest = withoutCard(wish)
    log.write({
      opId,
      seq,
      recordId,
      outcome: 'superseded',
      byOp: rest === null ? moveOpId : newOpId,
    })
    if (rest === null) {
      ops.remove(seq)
    } else {
      const { seen, seenVersion } = op
      const keys = keysOf(recordId, [])
      ops.replace(seq, { opId: newOpId, recordId, wish: rest, seen, seenVersion, keys })
    }
    for (const each of recordsOf(op)) records.refresh(each)
    const from = { fromRecordId: problem.holder.id, cardId, surfaceId }
    const taken = accepting.take({ opId: moveOpId, recordId }, { method: 'move-card', ...from }, at)
    return taken ? ok({ recordId }) : fail('gone')
  }
}

/** null: nothing but the card was asked for. */
function withoutCard(wish: Wish): Wish | null {
  if (wish.method === 'create') return { ...wish, fields: { ...wish.fields, ...noCard } }
  if (wish.method === 'card') return withoutNewCard(wish)
  if (wish.method !== 'update') return null
  const { cardId: _card, surfaceId: _surface, ...set } = wish.set
  return setFields(set).length === 0 ? null : { method: 'update', set }
}
