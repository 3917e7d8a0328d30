import type { PersonFields } from '../../core/person.ts'
import {
  type RecordRow,
  changeOf,
  fieldColumns,
  fieldsOf,
  findRecord,
  replaceRecord,
} from '../store/records.ts'
import { type OperationContext, type Settled, type Update, refused } from './operation-context.ts'
import { targetProblem } from './target-problem.ts'
import { fieldProblem, kindAfter } from './rules.ts'

/** Sets some fields of a record that is still at the version the desk saw. */
export async function applyUpdate(context: OperationContext, update: Update): Promise<Settled> {
  const { db, actor } = context
  const before = await findRecord(db, actor.accountId, update.recordId)
  if (!before) return refused({ code: 'gone' })
  const problem =
    targetProblem(actor, before, update) ??
    (await fieldProblem(context, { id: before.id, fields: merged(before, update), before }, 'set'))
  if (problem) return refused(problem)

  const fields = merged(before, update)
  const kind = kindAfter(fields, before)
  const row: RecordRow = {
    ...before,
    ...fieldColumns(fields),
    kind,
    version: before.version + 1,
    seq: context.nextPosition(),
    op_id: update.opId,
    invite_sent_at: kind === 'invitation' ? inviteSentAt(before, fields, context.now) : null,
    changed_at: context.now,
  }
  await replaceRecord(db, row)
  return { outcome: 'applied', change: changeOf(row) }
}

/** A new address gets a new invitation. */
function inviteSentAt(before: RecordRow, fields: PersonFields, now: string): string {
  return before.email === fields.email ? (before.invite_sent_at ?? now) : now
}

function merged(before: RecordRow, { set }: Update): PersonFields {
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  return { ...fieldsOf(before), ...Object.fromEntries(given) }
}
