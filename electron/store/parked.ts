import type { OperationMethod } from '../../core/operation.ts'
import { type Result, fail, ok } from '../../core/outcome.ts'
import type { ParkedRow } from '../../core/pending-page.ts'
import type { PersonFields } from '../../core/person.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { keysOf, recordKey } from './keys.ts'
import { createMoveParked } from './move-parked.ts'
import type { OpLog } from './op-log.ts'
import { type Op, opState, recordsOf } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { type PersonColumns, personColumns } from './person-row.ts'
import type { Records } from './records.ts'
import type { Settling } from './settle.ts'
import { viewOf } from './view.ts'
import { cardsIn, correctedWish, isEmptyGrant } from './corrected-wish.ts'
import { differences, fieldsOf, giverIn, setFields } from './wish.ts'

type Parked = Pick<
  PeopleStore,
  'parked' | 'correctParked' | 'moveParked' | 'discardParked' | 'decideParked'
>

/** Operations that wait for a person's decision. Nothing leaves this list without one. */
export function createParked(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly log: OpLog
    readonly settling: Settling
    readonly accepting: Accepting
  },
): Parked {
  const { ops, records, log, settling } = parts
  const moveCard = createMoveParked(parts)
  const shown = db.prepare<[string], PersonColumns>(
    `SELECT ${personColumns} FROM record WHERE id = ?`,
  )
  const moveLater = db.prepare<[string, string, number]>(
    `UPDATE outbox SET record_id = ?, seen = NULL, seen_version = 0
     WHERE record_id = ? AND seq > ? AND item IS NULL`,
  )
  const moveGivers = db.prepare<[string, string, number]>(
    `UPDATE outbox SET wish = json_set(wish, '$.fromRecordId', ?)
     WHERE from_record_id = ? AND seq > ? AND item IS NULL`,
  )
  const moveKeys = db.prepare<[string, string, number]>(
    `UPDATE outbox_key SET key = ? WHERE key = ? AND seq > ?
       AND seq IN (SELECT seq FROM outbox WHERE item IS NULL)`,
  )

  /** The record as it is wanted before (or with) the operation at `seq`. */
  function fieldsUpTo(op: Op, including: boolean): PersonFields | null {
    const earlier = ops
      .ofRecord(op.recordId)
      .filter(({ seq }) => seq < op.seq || (including && seq === op.seq))
    return viewOf(op.recordId, records.base(op.recordId), earlier)?.fields ?? null
  }

  function row(op: Op): ParkedRow {
    const { opId, recordId, method, acceptedAt } = op
    const fields = fieldsUpTo(op, true) ?? columnsOf(recordId)
    const problem = op.problem ?? { code: 'client.bug', note: 'no reason is known' }
    return { opId, recordId, method, fields, problem, acceptedAt }
  }

  function columnsOf(recordId: string): PersonFields {
    const columns = shown.get(recordId)
    if (columns === undefined) throw new Error(`No record ${recordId} for its operation`)
    return fieldsOf(columns)
  }

  const parkedOp = (opId: string) => {
    const op = ops.find(opId)
    return op?.state === opState.parked ? op : null
  }

  /** The same answer to a second click. */
  function corrected(opId: string, newOpId: string): Result<{ recordId: string }, 'not-parked'> {
    const before = log.find(opId)
    const recordId = ops.find(newOpId)?.recordId ?? log.find(newOpId)?.recordId
    return before?.byOp === newOpId && recordId !== undefined
      ? ok({ recordId })
      : fail('not-parked')
  }

  /** A record that the cloud deleted stays deleted: the wish becomes a new one, later wishes follow it. */
  function makeAnew(op: Op, { newOpId, fields }: Correction): string {
    const { seq, recordId } = op
    const wish = { method: 'create', fields } as const
    const keys = keysOf(newOpId, [fields.cardId])
    ops.replace(seq, { opId: newOpId, recordId: newOpId, wish, seen: null, seenVersion: 0, keys })
    moveKeys.run(recordKey(newOpId), recordKey(recordId), seq)
    moveLater.run(newOpId, recordId, seq)
    moveGivers.run(newOpId, recordId, seq)
    records.markGone(recordId, op)
    for (const each of recordsOf(op)) records.refresh(each)
    records.refreshMadeHere(newOpId, seq)
    return newOpId
  }

  function sendAgain(op: Op, { newOpId, fields, group }: Correction): string {
    const { seq, recordId } = op
    const base = records.base(recordId)
    const before = fieldsUpTo(op, false)
    const wish = correctedWish(op, base.version > 0, before, fields, group)
    const seen = base.state === null ? null : fieldsOf(base.state)
    const touched = recordsOf({ recordId, fromRecordId: giverIn(wish) })
    const keys = keysOf(touched, cardsIn(wish, before?.cardId))
    ops.replace(seq, { opId: newOpId, recordId, wish, seen, seenVersion: base.version, keys })
    for (const each of new Set([...recordsOf(op), ...touched])) records.refresh(each)
    return recordId
  }

  /** A person has chosen what is there already, or all that was to be given has vanished. */
  function nothingLeft(op: Op, { fields, group }: Correction): boolean {
    const before = fieldsUpTo(op, false)
    const wish = correctedWish(op, true, before, fields, group)
    if (op.method === 'grant') return isEmptyGrant(wish)
    if (!changesFields.has(op.method) || before === null) return false
    return setFields(differences(before, fields)).length === 0
  }

  /** Not who was gone when the cloud was asked and has come back since. */
  function isGone({ recordId, problem, seenVersion }: Op): boolean {
    const { deleted, version } = records.base(recordId)
    return deleted || (problem?.code === 'gone' && version <= seenVersion)
  }

  /** Answers which record it is about from now on. */
  function correct(op: Op, correction: Correction): string {
    const { opId, seq, recordId } = op
    const { newOpId } = correction
    const gone = isGone(op)
    log.write({ opId, seq, recordId, outcome: 'superseded', byOp: newOpId })
    if (!gone && nothingLeft(op, correction)) {
      const reason = 'no change left'
      log.write({ opId: newOpId, seq, recordId, outcome: 'discarded', reason })
      ops.remove(seq)
      for (const each of recordsOf(op)) records.refresh(each)
      return recordId
    }
    const anew = gone && op.method !== 'delete' && op.method !== 'grant'
    return (anew ? makeAnew : sendAgain)(op, correction)
  }

  function discard(op: Op): void {
    settling.giveUp(op, 'by the person')
    if (op.problem?.code === 'gone') records.markGone(op.recordId, op)
  }

  return {
    parked: () => db.read(() => ops.parked().map(row)),

    correctParked: ({ opId, newOpId, fields }) =>
      db.attempt(() => {
        const op = parkedOp(opId)
        if (op === null) return corrected(opId, newOpId)
        return ok({ recordId: correct(op, { newOpId, fields, group: null }) })
      }),

    moveParked: (input) =>
      db.attempt(() => {
        const op = parkedOp(input.opId)
        if (op !== null) return moveCard(op, fieldsUpTo(op, true), input)
        const first = corrected(input.opId, input.newOpId)
        return first.ok ? first : corrected(input.opId, input.moveOpId)
      }),

    discardParked: (opId) =>
      db.attempt(() => {
        const op = parkedOp(opId)
        if (op === null) {
          return log.find(opId)?.outcome === 'discarded' ? ok() : fail('not-parked')
        }
        discard(op)
        return ok()
      }),

    decideParked: (decisions) =>
      db.attempt(() => {
        let decided = 0
        for (const { opId, newOpId, fields, group } of decisions) {
          // An earlier one of them may have taken it along.
          const op = parkedOp(opId)
          if (op === null) continue
          decided += 1
          if (fields === null) discard(op)
          else correct(op, { newOpId, fields, group })
        }
        return ok({ decided })
      }),
  }
}

/** What a person wants in place of what was refused. */
type Correction = {
  readonly newOpId: string
  readonly fields: PersonFields
  readonly group: string | null
}

const changesFields: ReadonlySet<OperationMethod> = new Set(['update', 'move-card', 'card'])
