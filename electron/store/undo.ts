import type { OperationMethod } from '../../core/operation.ts'
import { isCardKey } from './keys.ts'
import type { OpLog } from './op-log.ts'
import { neverSent, recordsOf } from './outbox-row.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'

/**
 * Takes an operation back while nothing of it has left this computer, inside the caller's transaction.
 * Returns whether it is undone, also by an earlier call.
 */
export type Undo = (opId: string, method: OperationMethod) => boolean

export function createUndo(parts: {
  readonly ops: OutboxRows
  readonly records: Records
  readonly log: OpLog
}): Undo {
  const { ops, records, log } = parts
  return (opId, method) => {
    const op = ops.find(opId)
    if (op === null) return log.find(opId)?.reason === undone
    if (op.method !== method || !neverSent(op)) return false
    const { seq, recordId } = op
    log.write({ opId, seq, recordId, outcome: 'cancelled', reason: undone })
    const keys = ops.keys(seq)
    ops.remove(seq)
    for (const each of recordsOf(op)) {
      // What came after it on this record has to do with the card again that it would have taken away.
      const later = ops.ofRecord(each).filter((other) => other.seq > seq)
      for (const other of later) ops.orderBy(other.seq, keys.filter(isCardKey))
      records.refresh(each)
    }
    return true
  }
}

const undone = 'undone'
