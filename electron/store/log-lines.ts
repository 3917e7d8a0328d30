import { type CardContext, cardContext } from '../../core/desk-log/card-context.ts'
import { cardEvents, concernsCards } from '../../core/desk-log/card-events.ts'
import { isLoggedRefusal } from '../../core/desk-log/desk-log.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import type { Database } from './database.ts'
import { createPutLine } from './log-row.ts'
import type { LogAuthor, LogKeeping } from './log-store.ts'
import type { NewOp, OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { type View, viewOf } from './view.ts'
import { fieldsSetBy, giverIn, withChange } from './wish.ts'

/** Lines of operations in the outbox, by their place. Every method runs inside the caller's transaction. */
export type LogLines = {
  /** In place of those that the operation had. */
  write(seq: number, op: LoggedOp, moment: CardContext): void
  momentOf(seq: number): CardContext | null
  /** Lines that the cloud has stay when their operation goes. */
  detach(seqs: readonly number[]): void
  /** The cloud has carried them out. */
  confirmed(seqs: readonly number[]): void
  /** It waits for a person. */
  parked(seq: number, code: string): void
  /** Nothing will come of it. */
  gaveUp(seq: number, reason: string): void
}

export type LoggedOp = Pick<NewOp, 'opId' | 'recordId' | 'wish'>

/** Any of its lines: they are of one moment. With ORDER BY it would be planned anew for every operation. */
export const momentSql = 'SELECT at, reader FROM log_line WHERE outbox_seq = ?'

const ofThese = 'outbox_seq IN (SELECT value FROM json_each(?))'

export function createLogLines(
  db: Database,
  parts: {
    readonly ops: Pick<OutboxRows, 'ofRecord'>
    readonly records: Pick<Records, 'base'>
    readonly author: () => LogAuthor
    readonly keeping: () => LogKeeping
  },
): LogLines {
  const { ops, records } = parts
  const put = createPutLine(db)
  const anyLine = db.prepare<[number], CardContext>(momentSql)
  const remove = db.prepare<[number]>('DELETE FROM log_line WHERE outbox_seq = ?')
  const detach = db.prepare<[string]>(
    `UPDATE log_line SET outbox_seq = NULL WHERE told > 0 AND ${ofThese}`,
  )
  const settle = db.prepare<[0 | 1, string]>(
    `UPDATE log_line SET outbox_seq = NULL, told = max(told, ?) WHERE ${ofThese}`,
  )
  const refuse = db.prepare<[string, number]>(
    'UPDATE log_line SET refusal = ?, told = max(told, 1) WHERE outbox_seq = ?',
  )
  const giveUp = db.prepare<[string, 0 | 1, number]>(
    `UPDATE log_line SET refusal = coalesce(refusal, ?), told = max(told, ?), outbox_seq = NULL
     WHERE outbox_seq = ?`,
  )

  /** The record as this desk wanted it before the operation. */
  function before(recordId: string, seq: number): View | null {
    const earlier = ops.ofRecord(recordId).filter((op) => op.seq < seq)
    const view = viewOf(recordId, records.base(recordId), earlier)
    return view === null || view.deleted ? null : view
  }

  return {
    write(seq, { opId, recordId, wish }, moment) {
      remove.run(seq)
      if (!concernsCards(wish)) return
      const view = wish.method === 'create' ? null : before(recordId, seq)
      const events = cardEvents(wish, view === null ? null : cardsIn(view))
      if (events.length === 0) return
      const giverId = giverIn(wish)
      const giver = giverId === null ? null : before(giverId, seq)
      const fields = wish.method === 'create' ? wish.fields : view?.fields
      const line = {
        opId,
        ...moment,
        ...parts.author(),
        person: fields === undefined ? '' : nameOf(withChange(fields, fieldsSetBy(wish))),
        from: giver === null ? null : nameOf(giver.fields),
        refusal: null,
      }
      for (const [nth, event] of events.entries()) {
        put({ ...line, ...event, nth }, { seq, told: 0 })
      }
    },
    momentOf: (seq) => cardContext.safeParse(anyLine.get(seq)).data ?? null,
    detach: (seqs) => void detach.run(JSON.stringify(seqs)),
    confirmed(seqs) {
      const keeping = parts.keeping()
      if (keeping === 'hidden') for (const seq of seqs) remove.run(seq)
      else settle.run(keeping === 'shown' ? 1 : 0, JSON.stringify(seqs))
    },
    parked(seq, code) {
      if (isLoggedRefusal(code)) refuse.run(code, seq)
    },
    gaveUp(seq, reason) {
      // What it asked for is so already: nothing was done, and nothing refused.
      if (reason === 'same') return
      const told = isLoggedRefusal(reason)
      giveUp.run(told ? reason : 'given-up', told ? 1 : 0, seq)
    },
  }
}

const cardsIn = ({ fields, otherCards }: View) => ({ ...fields, otherCards })

const nameOf = (fields: PersonFields) => fullName(fields) || (fields.email ?? '')
