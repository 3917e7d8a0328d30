import { type Cards, afterStep } from '../../core/card-step.ts'
import { type RecordState, recordState } from '../../core/record.ts'
import type { Restored } from '../../core/restored.ts'
import { grantLimits } from '../../core/rights.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import { keysOf } from './keys.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { differences, fieldsOf, parseJson, setFields } from './wish.ts'

/** As a snapshot of the cloud tells, with the time and keys for what is sent again. */
export type RestoredNow = Restored & {
  readonly at: string
  readonly newId: () => string
}

type Again = Pick<RestoredNow, 'at' | 'newId'>

/** What this desk had sent and a restored cloud does not know any more; to be found before the copy is replaced. */
export type Lost = {
  /** Sends it again, once the copy says what the cloud knows. */
  readonly sendAgain: () => void
}

/**
 * Of this desk's own work alone: what others did their desks send again. People who are missing are created
 * anew under their id, changes are made again field by field, so that whoever changed the same meanwhile is
 * asked, and cards are blocked again. Whom this desk had deleted are there again, which is shown for a
 * person to decide.
 */
export function createLostByRestore(
  db: Database,
  {
    ops,
    records,
    accepting,
  }: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly accepting: Accepting
  },
) {
  const missing = db.prepare<[string], { id: string; base: string }>(
    `SELECT id, base FROM record WHERE made_here IS NOT NULL AND base IS NOT NULL AND base_deleted = 0
       AND json_extract(base, '$.createdAt') >= ? AND id NOT IN (SELECT id FROM snapshot_record)
       AND id NOT IN (SELECT record_id FROM outbox) ORDER BY made_here`,
  )
  const changed = db.prepare<[number, number], { id: string; base: string }>(
    `SELECT DISTINCT record.id, record.base FROM op_log
       JOIN snapshot_record ON snapshot_record.id = op_log.record_id
       JOIN record ON record.id = op_log.record_id AND record.base IS NOT NULL
     WHERE op_log.outcome = 'applied' AND snapshot_record.version > ?
       AND op_log.version > snapshot_record.version - ?`,
  )
  const deleted = db.prepare<[number, number], { id: string }>(
    `SELECT record.id FROM record
       JOIN snapshot_record ON snapshot_record.id = record.id AND snapshot_record.deleted = 0
       JOIN op_log ON op_log.record_id = record.id AND op_log.version = record.base_version
     WHERE record.base_deleted = 1 AND op_log.outcome = 'applied' AND snapshot_record.version > ?
       AND record.base_version > snapshot_record.version - ?
       AND record.id NOT IN (SELECT record_id FROM outbox) ORDER BY op_log.at, op_log.op_id`,
  )
  const read = ({ id, base }: { id: string; base: string }) => {
    const state = parseJson(recordState, base)
    return state === null ? [] : [{ id, state }]
  }

  function createAnew(id: string, state: RecordState, { at, newId }: Again): void {
    const fields = fieldsOf(state)
    const wish = { method: 'create', fields } as const
    const keys = keysOf(id, [fields.cardId])
    const op = { opId: newId(), recordId: id, wish, seen: null, seenVersion: 0, keys, reader: null }
    records.refreshMadeHere(id, ops.append(op, at))
    grantAnew(id, state, null, { at, newId })
  }

  function changeAnew(id: string, before: RecordState, restored: Again): void {
    const { state } = records.base(id)
    if (state === null) return
    const cards = blockAnew(id, before, state, restored)
    const set = differences({ ...fieldsOf(state), ...cards }, fieldsOf(before))
    if (setFields(set).length > 0) {
      accepting.take(
        { opId: restored.newId(), recordId: id },
        { method: 'update', set },
        restored.at,
      )
    }
    grantAnew(id, before, state, restored)
  }

  /** Before anything else: a card that is lost opens doors until then. Returns the main card after it. */
  function blockAnew(
    recordId: string,
    before: RecordState,
    now: RecordState,
    { at, newId }: Again,
  ): Pick<Cards, 'cardId' | 'surfaceId'> {
    let cards: Cards = now
    for (const { cardId, status, reason } of before.otherCards) {
      const step = { action: 'block', cardId, reason: reason ?? 'lost' } as const
      const next = status === 'blocked' ? afterStep(cards, step) : null
      if (!next?.ok || next.value === cards) continue
      cards = next.value
      accepting.take({ opId: newId(), recordId }, { method: 'card', step }, at)
    }
    return { cardId: cards.cardId, surfaceId: cards.surfaceId }
  }

  /** Parked from the first: nobody is deleted a second time without somebody who wants it. */
  function showDeleted(recordId: string, { at, newId, from }: RestoredNow): void {
    const opId = newId()
    if (!accepting.take({ opId, recordId }, { method: 'delete' }, at)) return
    const op = ops.find(opId)
    if (op !== null) ops.park(op.seq, { code: 'restored', from })
  }

  function grantAnew(
    recordId: string,
    before: RecordState,
    now: RecordState | null,
    { at, newId }: Again,
  ): void {
    const known = new Set([...(now?.groups ?? []), ...(now?.rights ?? []).map(({ id }) => id)])
    const addGroups = before.groups.filter((id) => !known.has(id))
    const addRights = before.rights.filter(({ id }) => !known.has(id))
    for (
      let from = 0;
      from < Math.max(addGroups.length, addRights.length);
      from += grantLimits.atOnce
    ) {
      const part = <T>(all: readonly T[]) => all.slice(from, from + grantLimits.atOnce)
      const wish = {
        method: 'grant',
        addGroups: part(addGroups),
        addRights: part(addRights),
      } as const
      accepting.take({ opId: newId(), recordId }, wish, at)
    }
  }

  return {
    find(restored: RestoredNow): Lost {
      const gone = missing.all(restored.from).flatMap(read)
      const back = changed.all(restored.raisedBy, restored.raisedBy).flatMap(read)
      const undeleted = deleted.all(restored.raisedBy, restored.raisedBy)
      return {
        sendAgain() {
          for (const { id, state } of gone) createAnew(id, state, restored)
          for (const { id, state } of back) changeAnew(id, state, restored)
          for (const { id } of undeleted) showDeleted(id, restored)
        },
      }
    },
  }
}
