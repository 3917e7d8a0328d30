import { fail, ok } from '../../core/outcome.ts'
import type { PersonChange } from '../../core/person.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { keysOf } from './keys.ts'
import type { OpLog } from './op-log.ts'
import { type Op, neverSent, opState } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { viewOf } from './view.ts'
import { fieldsOf, setFields, withChange } from './wish.ts'

type Accepting = Pick<PeopleStore, 'acceptCreate' | 'acceptUpdate' | 'acceptDelete'>

/**
 * Takes what a person wishes: record, outbox row and keys in one transaction. The same op id is taken
 * once, whatever became of it since.
 */
export function createAccepting(
  db: Database,
  parts: { readonly ops: OutboxRows; readonly records: Records; readonly log: OpLog },
): Accepting {
  const { ops, records, log } = parts

  const known = (opId: string) => ops.find(opId)?.recordId ?? log.find(opId)?.recordId ?? null

  /** The record with everything that waits for it; null when it is not there for this desk. */
  function living(recordId: string) {
    const base = records.base(recordId)
    const pending = ops.ofRecord(recordId)
    const view = viewOf(base, pending)
    if (view === null || view.deleted) return null
    return { base, pending, fields: view.fields, last: pending.at(-1) }
  }

  /** Widens an operation that was never sent, unless that would overtake a later one on a shared key. */
  function merged(target: Op | undefined, set: PersonChange, newKeys: readonly string[]): boolean {
    if (target === undefined || !neverSent(target) || target.wish === null) return false
    const keys = [...new Set([...ops.keys(target.seq), ...newKeys])]
    if (target.wish.method === 'delete' || ops.isKeyUsedAfter(target.seq, keys)) return false
    if (target.wish.method === 'create') {
      const wish = { method: 'create', fields: withChange(target.wish.fields, set) } as const
      ops.widen(target.seq, { wish, seen: null, keys })
      return true
    }
    const wish = { method: 'update', set: { ...target.wish.set, ...set } } as const
    ops.widen(target.seq, { wish, seen: seenWith(target, set, target.wish.set), keys })
    return true
  }

  /** A field that is set for the first time was seen as it is now, the others as they were. */
  function seenWith(target: Op, set: PersonChange, before: PersonChange) {
    const { state } = records.base(target.recordId)
    if (target.seen === null || state === null) return target.seen
    const fresh = setFields(set).filter((field) => before[field] === undefined)
    return { ...target.seen, ...Object.fromEntries(fresh.map((field) => [field, state[field]])) }
  }

  return {
    acceptCreate: ({ opId, fields, at }) =>
      db.attempt(() => {
        const recordId = known(opId)
        if (recordId !== null) return ok({ recordId })
        const keys = keysOf(opId, [fields.cardId])
        const wish = { method: 'create', fields } as const
        const seq = ops.append({ opId, recordId: opId, wish, seen: null, seenVersion: 0, keys }, at)
        records.refresh(opId)
        records.setMadeHere(opId, seq)
        return ok({ recordId: opId })
      }),

    acceptUpdate: ({ opId, recordId, set, at }) =>
      db.attempt(() => {
        const already = known(opId)
        if (already !== null) return ok({ recordId: already })
        const record = living(recordId)
        if (record === null) return fail('gone')
        const { base, fields, last } = record
        const cards = set.cardId === undefined ? [] : [fields.cardId, set.cardId]
        const keys = keysOf(recordId, cards)
        if (last !== undefined && merged(last, set, keys)) {
          log.write({ opId, seq: last.seq, recordId, outcome: 'merged', byOp: last.opId })
        } else {
          const seen = base.state === null ? null : fieldsOf(base.state)
          const wish = { method: 'update', set } as const
          ops.append({ opId, recordId, wish, seen, seenVersion: base.version, keys }, at)
        }
        records.refresh(recordId)
        return ok({ recordId })
      }),

    acceptDelete: ({ opId, recordId, at }) =>
      db.attempt(() => {
        const already = known(opId)
        if (already !== null) return ok({ recordId: already })
        const record = living(recordId)
        if (record === null) return fail('gone')
        const { base, pending, fields } = record
        const create = pending.find((op) => op.method === 'create')
        if (base.version === 0 && create !== undefined && neverInCloud(create)) {
          for (const op of pending) {
            log.write({ opId: op.opId, seq: op.seq, recordId, outcome: 'cancelled', byOp: opId })
            ops.remove(op.seq)
          }
          log.write({ opId, seq: null, recordId, outcome: 'cancelled', byOp: create.opId })
        } else {
          const keys = keysOf(recordId, [fields.cardId, base.state?.cardId])
          const wish = { method: 'delete' } as const
          ops.append({ opId, recordId, wish, seen: null, seenVersion: base.version, keys }, at)
        }
        records.refresh(recordId)
        return ok({ recordId })
      }),
  }
}

/** Never sent, or refused in a way that says that the cloud made nothing. */
function neverInCloud(create: Op): boolean {
  if (create.state !== opState.parked) return neverSent(create)
  return create.problem?.code !== 'client.bug' && create.problem?.code !== 'key.reuse'
}
