import { withMainCard } from '../../core/card-step.ts'
import type { PersonFields } from '../../core/person.ts'
import { cardColumns, cardsOf } from '../store/cards.ts'
import { type RecordRow, changeOf, fieldColumns, fieldsOf } from '../store/records.ts'
import {
  type OperationContext,
  type Settled,
  type Update,
  refused,
  wishedNow,
} from './operation-context.ts'
import { staleProblem, targetProblem } from './target-problem.ts'
import { fieldProblem } from './rules.ts'
import { carryOut, standingAfter } from './standing.ts'

/** Sets some fields of a record that nobody has changed since the version the desk saw. */
export async function applyUpdate(context: OperationContext, update: Update): Promise<Settled> {
  const { records, actor } = context
  const before = await records.find(update.recordId)
  if (!before) return refused({ code: 'gone' })
  const fields = merged(before, update)
  const problem =
    targetProblem(actor, before) ??
    staleProblem(before, update) ??
    (await fieldProblem(context, { id: before.id, fields, before }, 'set'))
  if (problem) return refused(problem)
  const version = before.version + 1
  const standing = await standingAfter(context, { version, fields, before })
  if ('code' in standing) return refused(standing)

  const row: RecordRow = {
    ...before,
    ...fieldColumns(fields),
    ...cardColumns(
      withMainCard({ ...cardsOf(before), cardId: fields.cardId, surfaceId: fields.surfaceId }),
    ),
    ...standing.columns,
    ...wishedNow(context, version),
    seq: context.nextPosition(),
    op_id: update.opId,
    changed_at: context.now,
  }
  await records.replace(row)
  await context.moves.note(before, row)
  await carryOut(context, row, standing.effect)
  return { outcome: 'applied', change: changeOf(row) }
}

function merged(before: RecordRow, { set }: Update): PersonFields {
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  return { ...fieldsOf(before), ...Object.fromEntries(given) }
}
