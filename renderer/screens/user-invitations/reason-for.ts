import type { ParkedProblem } from '../../../core/operation.ts'
import { type Role, seesOnlyRegion } from '../../../core/role.ts'
import { t } from '../../messages.ts'

/** To whoever sees one region, somebody who went to another one is gone as the deleted are. */
export function reasonFor(problem: ParkedProblem, by: Role, many = false): string {
  if (problem.code === 'gone' && seesOnlyRegion(by)) return t.attention.goneOrElsewhere
  return many ? t.attention.reasonOfMany(problem) : t.attention.reason(problem)
}
