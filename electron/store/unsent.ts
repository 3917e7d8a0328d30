import { noCard } from '../../core/person.ts'
import { keysOf } from './keys.ts'
import type { OpLog } from './op-log.ts'
import { type Op, neverSent, opState } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import { type MoveWish, fieldsOf } from './wish.ts'

export type Unsent = {
  /**
   * Cancels whatever waits for records that were deleted before the cloud had them, creation and deletion
   * alike. Those whose deletion is in `skip` can still be undone: they are left, and their ids returned.
   */
  readonly cancelDeleted: (skip: ReadonlySet<string>) => ReadonlySet<string>
}

/** Runs inside the caller's transaction. */
export function createUnsent(parts: {
  readonly ops: OutboxRows
  readonly records: Records
  readonly log: OpLog
}): Unsent {
  const { ops, records, log } = parts

  function cancel(deletion: Op, create: Op): void {
    const { recordId } = deletion
    for (const op of ops.ofRecord(recordId)) {
      const { opId, seq } = op
      // Its card may be on its way to somebody else, who is to have it all the same.
      if (op.recordId !== recordId) continue
      if (op.wish?.method === 'move-card') {
        takeOnly(op, op.wish)
        continue
      }
      const byOp = opId === deletion.opId ? create.opId : deletion.opId
      log.write({ opId, seq, recordId, outcome: 'cancelled', byOp })
      ops.remove(seq)
    }
    records.refresh(recordId)
  }

  /** The card was taken from somebody for a person who never came to be: it is not given back unasked. */
  function takeOnly({ opId, seq }: Op, { fromRecordId, cardId }: MoveWish): void {
    const { state, version } = records.base(fromRecordId)
    ops.replace(seq, {
      opId,
      recordId: fromRecordId,
      wish: { method: 'update', set: noCard },
      seen: state === null ? null : fieldsOf(state),
      seenVersion: version,
      keys: keysOf(fromRecordId, [cardId]),
    })
    records.refresh(fromRecordId)
  }

  return {
    cancelDeleted(skip) {
      const held = new Set<string>()
      for (const deletion of ops.deletingUnknown()) {
        const create = ops.ofRecord(deletion.recordId).find((op) => op.method === 'create')
        if (create === undefined || !neverInCloud(create)) continue
        if (skip.has(deletion.opId)) held.add(deletion.recordId)
        else cancel(deletion, create)
      }
      return held
    },
  }
}

/** Never sent, or refused in a way that says that the cloud made nothing. */
function neverInCloud(create: Op): boolean {
  if (create.state !== opState.parked) return neverSent(create)
  return create.problem?.code !== 'client.bug' && create.problem?.code !== 'key.reuse'
}
