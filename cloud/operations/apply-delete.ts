import { mayDo } from '../../core/policy.ts'
import { changeMembership } from '../store/people.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import { tombstoneOf } from '../store/tombstone.ts'
import {
  type Delete,
  type OperationContext,
  type Settled,
  refused,
  wishedNow,
} from './operation-context.ts'
import { carryOut } from './standing.ts'
import { staleProblem, targetProblem } from './target-problem.ts'

/** Leaves a tombstone: the fact, without what was known about the person. */
export async function applyDelete(context: OperationContext, erase: Delete): Promise<Settled> {
  const { db, records, actor } = context
  const before = await records.find(erase.recordId)
  if (!before) return refused({ code: 'gone' })
  const problem = targetProblem(actor, before)
  if (problem) return refused(problem)
  if (!mayDo(actor.role, 'delete')) return refused({ code: 'forbidden' })
  const stale = staleProblem(before, erase)
  if (stale) return refused(stale)

  const version = before.version + 1
  const row: RecordRow = {
    ...tombstoneOf(before),
    ...wishedNow(context, version),
    seq: context.nextPosition(),
    op_id: erase.opId,
    changed_at: context.now,
  }
  await records.replace(row)
  await carryOut(context, row, 'withdraw')
  // Their login stays: it may serve other accounts.
  if (before.person_id !== null) {
    await changeMembership(db, { personId: before.person_id, accountId: actor.accountId }, null)
  }
  return { outcome: 'applied', change: changeOf(row) }
}
