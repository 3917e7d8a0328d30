import type { OpLog } from './op-log.ts'
import { type Op, neverSent, opState } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'

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
    for (const { opId, seq } of ops.ofRecord(recordId)) {
      const byOp = opId === deletion.opId ? create.opId : deletion.opId
      log.write({ opId, seq, recordId, outcome: 'cancelled', byOp })
      ops.remove(seq)
    }
    records.refresh(recordId)
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
