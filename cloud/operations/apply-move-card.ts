import type { OperationProblem } from '../../core/operation.ts'
import { type Cards, withMainCard, withoutCard } from '../../core/card-step.ts'
import { mayDo } from '../../core/policy.ts'
import { cardColumns, cardsOf } from '../store/cards.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import {
  type MoveCard,
  type OperationContext,
  type Settled,
  refused,
  wishedNow,
} from './operation-context.ts'
import { refusalOfCard, shown } from './rules.ts'
import { targetProblem } from './target-problem.ts'

/**
 * Gives a card to another holder: taken from the one whom the desk named, and only from them. Where they
 * hold it no more and nobody else does, it is free, and what was asked for can be done all the same.
 */
export async function applyMoveCard(context: OperationContext, move: MoveCard): Promise<Settled> {
  const { records } = context
  const { cardId, fromRecordId, recordId } = move
  const before = await records.find(recordId)
  if (!before) return refused({ code: 'gone' })
  const holder = await records.holder({ cardId })
  const problem =
    receiverProblem(context, before, move) ??
    (holder === null
      ? await freeCardProblem(context, cardId)
      : giverProblem(context, holder, [recordId, fromRecordId]))
  if (problem) return refused(problem)
  // The card must be free before it is given: the database knows only one holder.
  if (holder && holder.id !== recordId) {
    await records.replace(next(context, holder, move.opId, withoutCard(cardsOf(holder), cardId)))
  }
  const given = withMainCard({ ...cardsOf(before), cardId, surfaceId: move.surfaceId })
  const row = next(context, before, move.opId, given)
  await records.replace(row)
  return { outcome: 'applied', change: changeOf(row) }
}

function receiverProblem(
  { actor }: OperationContext,
  before: RecordRow,
  { cardId, replaces, fromRecordId }: MoveCard,
): OperationProblem | null {
  const problem = targetProblem(actor, before)
  if (problem) return problem
  if (!mayDo(actor.role, 'move-card')) return { code: 'forbidden' }
  if (fromRecordId === before.id) return { code: 'schema', field: 'fromRecordId' }
  const foreseen = before.card_id === replaces || before.card_id === cardId
  return foreseen ? null : { code: 'stale', current: changeOf(before) }
}

function giverProblem(
  { actor }: OperationContext,
  holder: RecordRow,
  expected: readonly string[],
): OperationProblem | null {
  const named = shown(actor, holder)
  if (!expected.includes(named.id)) return { code: 'card.taken', holder: named }
  return targetProblem(actor, holder)
}

async function freeCardProblem(
  { db, actor }: OperationContext,
  cardId: string,
): Promise<OperationProblem | null> {
  const reason = await refusalOfCard(db, actor.accountId, cardId)
  return reason === null ? null : { code: 'card.refused', reason }
}

function next(context: OperationContext, before: RecordRow, opId: string, cards: Cards): RecordRow {
  const wished = wishedNow(context, before.version + 1)
  const { now, nextPosition } = context
  const row = { ...before, ...cardColumns(cards), ...wished }
  return { ...row, seq: nextPosition(), op_id: opId, changed_at: now }
}
