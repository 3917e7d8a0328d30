import type { BulkItem } from '../../core/bulk.ts'
import type { PersonChange } from '../../core/person.ts'
import { cardsOfStep } from '../../core/card-step.ts'
import { concernsCards } from '../../core/desk-log/card-events.ts'
import { granted, grantLimits } from '../../core/rights.ts'
import { keysOf } from './keys.ts'
import type { OpLog } from './op-log.ts'
import { type Op, neverSent, recordsOf } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { viewOf } from './view.ts'
import {
  type GrantWish,
  type Wish,
  fieldsOf,
  fieldsSetBy,
  giverIn,
  setFields,
  withChange,
} from './wish.ts'

/** How a wish for a record that is there gets its place in the queue; inside the caller's transaction. */
export type Accepting = {
  /** The record of an op id that was accepted before. */
  readonly known: (opId: string) => string | null
  /** false: the record is not there for this desk. */
  readonly take: (item: BulkItem, wish: LaterWish, at: string, reader?: string | null) => boolean
}

/** Of a record that is there already. */
export type LaterWish = Exclude<Wish, { method: 'create' }>

export function createAccepting(parts: {
  readonly ops: OutboxRows
  readonly records: Records
  readonly log: OpLog
}): Accepting {
  const { ops, records, log } = parts

  function take(
    { opId, recordId }: BulkItem,
    wish: LaterWish,
    at: string,
    reader: string | null = null,
  ): boolean {
    const base = records.base(recordId)
    const pending = ops.ofRecord(recordId)
    const view = viewOf(recordId, base, pending)
    if (view === null || view.deleted) return false
    const touched = recordsOf({ recordId, fromRecordId: giverIn(wish) })
    const keys = keysOf(touched, cardsOf(wish, [view.fields.cardId, base.state?.cardId]))
    const last = pending.at(-1)
    const merged = last === undefined ? null : mergedWish(last, wish)
    if (last !== undefined && merged !== null && mayWiden(last, keys)) {
      const all = [...new Set([...ops.keys(last.seq), ...keys])]
      const moment = concernsCards(wish) ? { at, reader } : null
      const seen = seenWith(last, wish)
      ops.widen(last.seq, { opId: last.opId, recordId, wish: merged, seen, keys: all, moment })
      log.write({ opId, seq: last.seq, recordId, outcome: 'merged', byOp: last.opId })
    } else {
      const seen = base.state === null ? null : fieldsOf(base.state)
      ops.append({ opId, recordId, wish, seen, seenVersion: base.version, keys, reader }, at)
    }
    for (const each of touched) records.refresh(each)
    return true
  }

  /** Never past a later operation on a shared key. */
  function mayWiden(target: Op, newKeys: readonly string[]): boolean {
    return !ops.isKeyUsedAfter(target.seq, [...ops.keys(target.seq), ...newKeys])
  }

  /** A field that is set for the first time was seen as it is now, the others as they were. */
  function seenWith(target: Op, wish: LaterWish) {
    const { state } = records.base(target.recordId)
    if (target.seen === null || state === null || target.wish === null) return target.seen
    const before: PersonChange = fieldsSetBy(target.wish)
    const fresh = setFields(fieldsSetBy(wish)).filter((field) => before[field] === undefined)
    return { ...target.seen, ...Object.fromEntries(fresh.map((field) => [field, state[field]])) }
  }

  return {
    known: (opId) => ops.find(opId)?.recordId ?? log.find(opId)?.recordId ?? null,
    take,
  }
}

function cardsOf(wish: LaterWish, held: readonly (string | null | undefined)[]) {
  if (wish.method === 'delete') return held
  if (wish.method === 'card') return cardsOfStep(wish.step)
  const given = fieldsSetBy(wish).cardId
  return given === undefined ? [] : [held[0], given]
}

/** Both in one, where nothing of the first has left this computer; null: each goes on its own. */
function mergedWish(target: Op, wish: LaterWish): Wish | null {
  const before = target.wish
  if (before === null || !neverSent(target)) return null
  // A creation mails anyway, to the address that it then has.
  if (before.method === 'create' && (wish.method === 'update' || wish.method === 'resend')) {
    return { method: 'create', fields: withChange(before.fields, fieldsSetBy(wish)) }
  }
  if (before.method === 'update' && wish.method === 'update') {
    return { method: 'update', set: { ...before.set, ...wish.set } }
  }
  if (before.method === 'resend' && wish.method === 'resend') {
    return { method: 'resend', email: wish.email ?? before.email }
  }
  return before.method === 'grant' && wish.method === 'grant' ? bothGrants(before, wish) : null
}

function bothGrants(first: GrantWish, second: GrantWish): GrantWish | null {
  const { groups, rights } = granted({ groups: first.addGroups, rights: first.addRights }, second)
  const fits = Math.max(groups.length, rights.length) <= grantLimits.atOnce
  return fits ? { method: 'grant', addGroups: groups, addRights: rights } : null
}
