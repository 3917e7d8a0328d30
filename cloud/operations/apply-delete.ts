import { changeOf, findRecord, replaceRecord } from '../store/records.ts'
import { type Delete, type OperationContext, type Settled, refused } from './operation-context.ts'
import { targetProblem } from './target-problem.ts'

/** Leaves a tombstone: the fact, without what was known about the person. */
export async function applyDelete(context: OperationContext, erase: Delete): Promise<Settled> {
  const { db, actor } = context
  const before = await findRecord(db, actor.accountId, erase.recordId)
  if (!before) return refused({ code: 'gone' })
  const problem = targetProblem(actor, before, erase)
  if (problem) return refused(problem)

  const row = {
    ...before,
    deleted: 1,
    version: before.version + 1,
    seq: context.nextPosition(),
    op_id: erase.opId,
    email: null,
    email_key: null,
    first_name: '',
    last_name: '',
    organization: '',
    additional_information: '',
    card_id: null,
    surface_id: '',
    groups: '[]',
    changed_at: context.now,
  }
  await replaceRecord(db, row)
  return { outcome: 'applied', change: changeOf(row) }
}
