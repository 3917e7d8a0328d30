import { hash as hashOf } from 'node:crypto'
import type { CardContext } from '../../core/desk-log/card-context.ts'
import { concernsCards } from '../../core/desk-log/card-events.ts'
import { type Operation, operation } from '../../core/operation.ts'
import type { PersonChange } from '../../core/person.ts'
import type { Database } from './database.ts'
import type { ClaimedItem, OutboxStore } from './desk-store.ts'
import { type Op, type OutboxRow, readOp } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Unsent } from './unsent.ts'
import { type Base, isRegistered } from './view.ts'
import { type MoveWish, type Wish, fieldsAsSent, setFields } from './wish.ts'

/** Ready rows in order that no earlier row, and no row in flight, shares a key with. */
export const eligibleSql = `
SELECT * FROM outbox AS mine WHERE state = 0
  AND NOT EXISTS (
    SELECT 1 FROM outbox_key AS held JOIN outbox_key AS other ON other.key = held.key
    WHERE held.seq = mine.seq AND other.seq < mine.seq)
  AND NOT EXISTS (
    SELECT 1 FROM outbox_key AS held JOIN outbox_key AS other ON other.key = held.key
      JOIN outbox AS later ON later.seq = other.seq
    WHERE held.seq = mine.seq AND other.seq > mine.seq AND later.state = 1)
ORDER BY seq LIMIT ?`

/** All of a batch at once: a statement with triggers keeps a journal of its own. */
export const sendSql = `
UPDATE outbox SET state = 1, attempts = attempts + 1,
  item = sent.value ->> 'item', hash = unhex(sent.value ->> 'hash')
FROM json_each(?) AS sent WHERE outbox.seq = sent.value ->> 'seq'`

/** One item may have so many bytes; the contract's own limit is the same. */
const maxItemBytes = 64 * 1024

/** Either the bytes that travel or why these never will. */
type Frozen = { readonly body: string } | { readonly note: string }

export function createClaim(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly unsent: Unsent
    readonly contextOf: (seq: number) => CardContext | null
  },
): OutboxStore['claim'] {
  const { ops, records, unsent, contextOf } = parts
  const eligible = db.prepare<[number], OutboxRow>(eligibleSql)
  const send = db.prepare<[string]>(sendSql)

  function claim(
    { items, bytes, skip }: Parameters<OutboxStore['claim']>[0],
    held: ReadonlySet<string>,
  ) {
    const claimed: ClaimedItem[] = []
    const leaving: { seq: number; item: string; hash: string }[] = []
    let room = bytes
    let parked = false
    const rows = eligible.all(items + skip.size)
    for (const row of rows) {
      if (claimed.length === items) break
      if (skip.has(row.op_id) || held.has(row.record_id)) continue
      const op = readOp(row)
      const frozen = op.item === null ? freeze(itemOf(op)) : unchanged(op)
      if ('note' in frozen) {
        ops.park(op.seq, { code: 'client.bug', note: frozen.note })
        parked = true
        continue
      }
      const size = Buffer.byteLength(frozen.body)
      if (size > room && claimed.length > 0) break
      room -= size
      leaving.push({ seq: op.seq, item: frozen.body, hash: sha256(frozen.body).toString('hex') })
      claimed.push(claimedItem(op, frozen.body))
    }
    if (leaving.length > 0) send.run(JSON.stringify(leaving))
    return { claimed, parked }
  }

  function itemOf(op: Op): object | null {
    const item = asked(op, records.base(op.recordId))
    const context = item === null || !concernsCards(item) ? null : contextOf(op.seq)
    return item === null || context === null ? item : { ...item, context }
  }

  return (limits) =>
    db.write(() => {
      const held = unsent.cancelDeleted(limits.skip)
      let step = claim(limits, held)
      // Behind what had to be parked there may be more to do.
      while (step.claimed.length === 0 && step.parked) step = claim(limits, held)
      return step.claimed
    })
}

function claimedItem(op: Op, body: string): ClaimedItem {
  const { opId, recordId, method, wish } = op
  const set = wish === null ? null : comparedIn(wish)
  const base = set === null ? null : op.seen
  return { opId, recordId, method, body, attempts: op.attempts + 1, set, base }
}

/** What is compared with what others changed; a Surface ID goes where its card goes. */
function comparedIn(wish: Wish): PersonChange | null {
  if (wish.method === 'move-card') return { cardId: wish.cardId }
  return wish.method === 'update' ? wish.set : null
}

function freeze(made: object | null): Frozen {
  const item = operation.safeParse(made)
  if (!item.success) return { note: item.error.issues[0]?.message ?? 'no valid operation' }
  const { data } = item
  const told = data.method === 'create' ? { ...data, fields: fieldsAsSent(data.fields) } : data
  const body = JSON.stringify(told)
  return Buffer.byteLength(body) > maxItemBytes ? { note: 'the item is too large' } : { body }
}

function asked({ opId, recordId, wish, ...op }: Op, base: Base): Operation | null {
  if (wish === null) return null
  switch (wish.method) {
    case 'create':
      return { opId, method: 'create', recordId, fields: wish.fields }
    case 'delete':
      return { opId, method: 'delete', recordId, ifVersion: deletedVersion(op, base) }
    case 'resend':
      return { opId, method: 'resend', recordId, email: wish.email }
    case 'grant': {
      const { addGroups, addRights } = wish
      return {
        opId,
        method: 'grant',
        recordId,
        addGroups: [...addGroups],
        addRights: [...addRights],
      }
    }
    case 'move-card':
      return { opId, recordId, ...wish, replaces: replacedBy(wish, op, base) }
    case 'card':
      return { opId, recordId, ...wish }
    case 'update':
      return { opId, method: 'update', recordId, ...versioned(wish.set, op, base) }
  }
}

/**
 * The newest that is known, also by what this desk did itself; except of a person who has registered: then
 * the version that was seen, so that the cloud can tell whoever deleted a user from whoever deleted an
 * invitation.
 */
function deletedVersion({ seenVersion }: Pick<Op, 'seenVersion'>, { state, version }: Base) {
  const registered = state !== null && isRegistered(state)
  return Math.max(1, seenVersion, registered ? 0 : version)
}

function versioned(set: PersonChange, op: Pick<Op, 'seen' | 'seenVersion'>, base: Base) {
  const newest = Math.max(1, base.version)
  // An older version makes the cloud say so.
  const older = Math.max(1, Math.min(op.seenVersion, base.version - 1))
  return { ifVersion: isOvertaken(set, op, base) ? older : newest, set }
}

/** A card that others gave meanwhile is not pushed out: the one that was seen makes the cloud say so. */
function replacedBy({ cardId }: MoveWish, op: Pick<Op, 'seen'>, base: Base): string | null {
  const held = isOvertaken({ cardId }, op, base) ? op.seen : base.state
  return held?.cardId ?? null
}

/** Whether others changed the same field since the person saw it, as far as is known what is there now. */
function isOvertaken(
  set: PersonChange,
  { seen }: Pick<Op, 'seen'>,
  { state, deleted }: Base,
): boolean {
  if (deleted) return true
  return setFields(set).some(
    (field) =>
      state !== null &&
      seen !== null &&
      state[field] !== seen[field] &&
      state[field] !== set[field],
  )
}

/** Bytes that were sent once are sent again as they were, or not at all. */
function unchanged({ item, hash }: Op): Frozen {
  if (item === null || hash === null) return { note: 'not frozen' }
  return sha256(item).equals(hash) ? { body: item } : { note: 'the frozen bytes changed' }
}

function sha256(text: string): Buffer {
  return hashOf('sha256', text, 'buffer')
}
