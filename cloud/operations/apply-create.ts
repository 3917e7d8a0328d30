import { type RecordRow, changeOf, fieldColumns } from '../store/records.ts'
import {
  type Create,
  type OperationContext,
  type Settled,
  refused,
  wishedNow,
} from './operation-context.ts'
import { fieldProblem, maySee } from './rules.ts'
import { inOwnRegion } from './region-rules.ts'
import { carryOut, standingAfter } from './standing.ts'

/**
 * Makes a record under the id that the desk chose. An id that exists already is answered like a failed
 * `If-None-Match: *`: the ledger did not know this operation, so it is another creation of this record.
 */
export async function applyCreate(context: OperationContext, create: Create): Promise<Settled> {
  const { records, actor, now } = context
  const { recordId: id } = create
  const fields = inOwnRegion(actor, create.fields)
  const existing = await records.look(id)
  if (existing === 'hidden') return refused({ code: 'gone' })
  if (existing) {
    if (!maySee(actor, existing)) return refused({ code: 'forbidden' })
    if (existing.deleted === 1) return refused({ code: 'gone' })
    return refused({ code: 'stale', current: changeOf(existing) })
  }
  const problem = await fieldProblem(context, { id, fields, before: null }, 'fields')
  if (problem) return refused(problem)
  const standing = await standingAfter(context, { version: 1, fields, before: null })
  if ('code' in standing) return refused(standing)

  const row: RecordRow = {
    account_id: actor.accountId,
    id,
    ...wishedNow(context, 1),
    deleted: 0,
    seq: context.nextPosition(),
    op_id: create.opId,
    ...fieldColumns(fields),
    ...standing.columns,
    other_cards: '[]',
    groups: '[]',
    rights: '[]',
    created_at: now,
    created_by: actor.personId,
    changed_at: now,
  }
  await records.insert(row)
  await carryOut(context, row, standing.effect)
  return { outcome: 'applied', change: changeOf(row) }
}
