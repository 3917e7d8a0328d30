import { afterStep } from '../../core/card-step.ts'
import type { OperationProblem } from '../../core/operation.ts'
import { mayDo } from '../../core/policy.ts'
import { cardColumns, cardsOf } from '../store/cards.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import {
  type OperationContext,
  type Settled,
  type StepCard,
  refused,
  wishedNow,
} from './operation-context.ts'
import { refusalOfCard, shown } from './rules.ts'
import { targetProblem } from './target-problem.ts'

/** Blocks, gives back, replaces, lends or takes back a card of one person; nothing else of them changes. */
export async function applyCardStep(
  context: OperationContext,
  { opId, recordId, step }: StepCard,
): Promise<Settled> {
  const { records, actor, now } = context
  const before = await records.find(recordId)
  if (!before) return refused({ code: 'gone' })
  const problem = targetProblem(actor, before)
  if (problem) return refused(problem)
  if (!mayDo(actor.role, 'card')) return refused({ code: 'forbidden' })
  const given = step.action === 'replace' || step.action === 'lend'
  const unfit = given ? await givenProblem(context, before, step.cardId) : null
  if (unfit) return refused(unfit)
  const cards = afterStep(cardsOf(before), step)
  if (!cards.ok) {
    return refused({ code: 'card.step', reason: cards.code, current: changeOf(before) })
  }
  const row: RecordRow = {
    ...before,
    ...cardColumns(cards.value),
    ...wishedNow(context, before.version + 1),
    seq: context.nextPosition(),
    op_id: opId,
    changed_at: now,
  }
  await records.replace(row)
  return { outcome: 'applied', change: changeOf(row) }
}

/** A card that this person has in some way is no news; any other must be good, and free. */
async function givenProblem(
  { db, records, actor }: OperationContext,
  to: RecordRow,
  cardId: string,
): Promise<OperationProblem | null> {
  const holder = await records.holder({ cardId })
  if (holder?.id === to.id) return null
  if (holder) return { code: 'card.taken', holder: shown(actor, holder) }
  const reason = await refusalOfCard(db, actor.accountId, cardId)
  return reason === null ? null : { code: 'card.refused', reason }
}
