import { noCard } from '../../core/person.ts'
import type { Change } from '../../core/record.ts'
import type { Database } from './database.ts'
import type { Settlement } from './desk-store.ts'
import type { FeedRecords } from './feed.ts'
import type { LogLines } from './log-lines.ts'
import type { OpLog } from './op-log.ts'
import { type Op, neverSent, opState, recordsOf } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Notices } from './notices.ts'
import { isRegistered } from './view.ts'
import { fieldsOf, fieldsTouchedBy } from './wish.ts'

export type Settling = {
  readonly settle: (settlements: readonly Settlement[]) => void
  /** Takes an operation out of the queue with a note; later ones of a record that never comes to be go with it. */
  readonly giveUp: (op: Op, reason: string) => void
}

export function createSettling(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly feed: FeedRecords
    readonly log: OpLog
    readonly notices: Notices
    readonly lines: LogLines
  },
): Settling {
  const { ops, records, feed, log, notices, lines } = parts
  const backToReady = db.prepare<[string]>(
    'UPDATE outbox SET state = 0 WHERE op_id = ? AND state = 1',
  )

  /** Parked rows wait for a person, never-sent ones for a claim: an answer about them is a late copy. */
  function awaiting(opId: string): Op | null {
    const op = ops.find(opId)
    return op === null || op.state === opState.parked || neverSent(op) ? null : op
  }

  /** They leave the queue together, which takes a third of the time that it takes one by one. */
  function settleApplied(settlements: ReadonlyMap<string, Change>): void {
    const done = [...settlements].flatMap(([opId, change]) => {
      const op = awaiting(opId)
      return op === null ? [] : [{ op, change }]
    })
    const seqs = done.map(({ op }) => op.seq)
    lines.confirmed(seqs)
    ops.remove(...seqs)
    for (const { op, change } of done) applied(op, change)
  }

  function settleOne(settlement: Exclude<Settlement, { kind: 'applied' }>): void {
    const op = awaiting(settlement.opId)
    if (op === null) return
    switch (settlement.kind) {
      case 'retry':
        backToReady.run(op.opId)
        return
      case 'parked':
        ops.park(op.seq, settlement.problem)
        lines.parked(op.seq, settlement.problem.code)
        if ('current' in settlement.problem) takeOn(op, settlement.problem.current)
        return
      case 'rebased':
        return rebased(op, settlement.newOpId, settlement.onto)
      case 'discarded':
        return discarded(op, settlement.reason, settlement.onto)
    }
  }

  /** Returns whether the record was brought up to date by it. */
  function takeOn(op: Op, change: Change): boolean {
    return change.id === op.recordId && !op.overtaken && feed.move(change)
  }

  function applied(op: Op, change: Change): void {
    const { opId, seq, recordId } = op
    log.write({ opId, seq, recordId, outcome: 'applied', version: change.version })
    for (const touched of recordsOf(op)) {
      for (const later of ops.ofRecord(touched)) seeOwn(later, op, change)
    }
    if (op.method === 'create') keepMember(change)
    if (!takeOn(op, change)) records.refresh(recordId)
    if (op.wish?.method === 'move-card') records.loseCard(op.wish.fromRecordId, op.wish.cardId)
  }

  /** Invited and at once a member, having registered elsewhere: nobody has seen them as a user yet. */
  function keepMember({ id, state }: Change): void {
    if (state === null || !isRegistered(state)) return
    for (const later of ops.ofRecord(id)) {
      if (later.method !== 'delete' || !neverSent(later)) continue
      notices.add(later, 'registered')
      giveUp(later, 'registered')
    }
  }

  /** Later wishes were made knowing of this one: what it set is no change by others. */
  function seeOwn(later: Op, op: Op, { state, version }: Change): void {
    if (later.method === 'create' || state === null) return
    if (later.recordId !== op.recordId) return seeCardLeave(later, op)
    if (later.method === 'delete') {
      // With others in between it is another record than the one that was to be deleted.
      const isNext = op.method !== 'create' && version === later.seenVersion + 1
      if (isNext) ops.setSeen(later.seq, fieldsOf(state), version)
    } else if (later.seen === null) {
      ops.setSeen(later.seq, fieldsOf(state), version)
    } else if (op.wish !== null) {
      const own = fieldsTouchedBy(op.wish).map((field) => [field, state[field]])
      ops.setSeen(later.seq, { ...later.seen, ...Object.fromEntries(own) }, later.seenVersion)
    }
  }

  /** The giver of a move has a new version by it, which is still to come. */
  function seeCardLeave({ seq, method, seen, seenVersion }: Op, { wish }: Op): void {
    if (wish?.method !== 'move-card' || seen?.cardId !== wish.cardId) return
    const version = method === 'delete' ? seenVersion + 1 : seenVersion
    ops.setSeen(seq, { ...seen, ...noCard }, version)
  }

  /** Who would have lost the card of a move. */
  function refreshGiver(op: Op): void {
    for (const each of recordsOf(op)) if (each !== op.recordId) records.refresh(each)
  }

  function rebased(op: Op, newOpId: string, onto: Change): void {
    const { opId, seq, recordId, wish } = op
    takeOn(op, onto)
    if (wish === null) {
      ops.park(seq, { code: 'client.bug', note: 'the wish cannot be read' })
    } else {
      const seen = onto.state === null ? null : fieldsOf(onto.state)
      const keys = ops.keys(seq)
      log.write({ opId, seq, recordId, outcome: 'superseded', byOp: newOpId })
      ops.replace(seq, { opId: newOpId, recordId, wish, seen, seenVersion: onto.version, keys })
    }
    records.refresh(recordId)
  }

  function discarded(op: Op, reason: string, onto: Change | null): void {
    notices.add(op, reason)
    if (onto !== null) takeOn(op, onto)
    giveUp(op, reason)
    const gone = op.method === 'delete' || reason === 'gone'
    if (gone && onto === null) records.markGone(op.recordId, op)
  }

  function giveUp(op: Op, reason: string): void {
    const { opId, seq, recordId } = op
    log.write({ opId, seq, recordId, outcome: 'discarded', reason })
    lines.gaveUp(seq, reason)
    ops.remove(seq)
    if (op.method === 'create' && records.base(recordId).version === 0) {
      // Its card may be on its way to somebody else, who is to have it all the same.
      const own = ops.ofRecord(recordId).filter((later) => later.recordId === recordId)
      for (const later of own) {
        log.write({
          opId: later.opId,
          seq: later.seq,
          recordId,
          outcome: 'discarded',
          byOp: opId,
          reason: 'no record',
        })
        lines.gaveUp(later.seq, 'no record')
        ops.remove(later.seq)
        refreshGiver(later)
      }
    }
    records.refresh(recordId)
    refreshGiver(op)
  }

  return {
    settle: (settlements) =>
      db.write(() => {
        const changes = settlements.flatMap((each) =>
          each.kind === 'applied' ? [[each.opId, each.change] as const] : [],
        )
        settleApplied(new Map(changes))
        for (const each of settlements) if (each.kind !== 'applied') settleOne(each)
      }),
    giveUp,
  }
}
