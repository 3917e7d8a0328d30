import type { OperationProblem } from '../../core/operation.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import type { Actor, Delete, Update } from './operation-context.ts'
import { mayChange, maySee } from './rules.ts'

/** Why this record cannot be changed by this actor at all; null when it can. */
export function targetProblem(actor: Actor, row: RecordRow): OperationProblem | null {
  if (!maySee(actor, row)) return { code: 'forbidden' }
  if (row.deleted === 1) return { code: 'gone' }
  return mayChange(actor, row) ? null : { code: 'forbidden' }
}

/**
 * Whether somebody changed the record after the version that the desk saw. Versions that only tell how
 * the mail fares, or add groups and rights, are no reason to ask the desk again.
 */
export function staleProblem(row: RecordRow, operation: Update | Delete): OperationProblem | null {
  const current = () => changeOf(row)
  if (ofLogin(row, operation)) return { code: 'registered', current: current() }
  const seen = operation.ifVersion
  return seen < row.wished_version || seen > row.version
    ? { code: 'stale', current: current() }
    : null
}

/** A registered person keeps their login: its address at any time, all of it when the desk knew of none. */
function ofLogin(row: RecordRow, operation: Update | Delete): boolean {
  const { registered_version: registered } = row
  if (registered === null) return false
  if (operation.method === 'delete') return operation.ifVersion < registered
  return operation.set.email !== undefined && operation.set.email !== row.email
}
