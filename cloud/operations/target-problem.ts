import type { OperationProblem } from '../../core/operation.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import type { Actor, Delete, Update } from './operation-context.ts'
import { mayChange, maySee } from './rules.ts'

/** Why this record cannot be changed by this operation, whatever it sets; null when it can. */
export function targetProblem(
  actor: Actor,
  row: RecordRow,
  operation: Update | Delete,
): OperationProblem | null {
  if (!maySee(actor, row)) return { code: 'forbidden' }
  if (row.deleted === 1) return { code: 'gone' }
  if (!mayChange(actor, row)) return { code: 'forbidden' }
  const stale = operation.ifVersion !== row.version
  if (stale && registeredMeanwhile(row, operation)) {
    return { code: 'registered', current: changeOf(row) }
  }
  return stale ? { code: 'stale', current: changeOf(row) } : null
}

/** The desk still saw an invitation, and what it asks makes sense for an invitation only. */
function registeredMeanwhile(row: RecordRow, operation: Update | Delete): boolean {
  const { registered_version: registered } = row
  if (registered === null || operation.ifVersion >= registered) return false
  return operation.method === 'delete' || operation.set.email !== undefined
}
