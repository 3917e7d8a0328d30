import { cardsOfStep } from '../../core/card-step.ts'
import type { ParkedProblem } from '../../core/operation.ts'
import type { PersonFields } from '../../core/person.ts'
import type { Right } from '../../core/rights.ts'
import type { Op } from './outbox-row.ts'
import { type GrantWish, type StepWish, type Wish, differences } from './wish.ts'

/**
 * What a parked operation asks for once a person has corrected the record's fields. A create of a record
 * that the cloud has already is a change of it; a grant goes without what has vanished; a resend takes
 * nothing but the email.
 */
export function correctedWish(
  { method, wish, problem }: Op,
  inCloud: boolean,
  before: PersonFields | null,
  fields: PersonFields,
  /** In place of a group that has vanished. */
  group: string | null = null,
): Wish {
  if (method === 'delete') return { method }
  if (method === 'create' && !inCloud) return { method, fields }
  if (method === 'resend') {
    return { method, email: fields.email === before?.email ? null : fields.email }
  }
  if (wish?.method === 'move-card') {
    const { cardId, surfaceId } = fields
    if (cardId === wish.cardId) return { ...wish, surfaceId }
  }
  if (wish?.method === 'card' && wish.step.action === 'replace') {
    const { cardId, surfaceId } = fields
    if (cardId !== null) return { method: 'card', step: { ...wish.step, cardId, surfaceId } }
    const rest = withoutNewCard(wish)
    if (rest !== null) return rest
  }
  if (method === 'grant') return without(problem, wish?.method === 'grant' ? wish : nothing, group)
  return { method: 'update', set: before === null ? fields : differences(before, fields) }
}

export function isEmptyGrant(wish: Wish): boolean {
  return wish.method === 'grant' && wish.addGroups.length + wish.addRights.length === 0
}

/** The cards that it is ordered by, given the one that the record has before it. */
export function cardsIn(wish: Wish, before: string | null | undefined) {
  switch (wish.method) {
    case 'create':
      return [before, wish.fields.cardId]
    case 'update':
      return wish.set.cardId === undefined ? [] : [before, wish.set.cardId]
    case 'delete':
      return [before]
    case 'move-card':
      return [before, wish.cardId]
    case 'card':
      return cardsOfStep(wish.step)
    case 'grant':
    case 'resend':
      return []
  }
}

const nothing: GrantWish = { method: 'grant', addGroups: [], addRights: [] }

function without(
  problem: ParkedProblem | null,
  wish: GrantWish,
  instead: string | null,
): GrantWish {
  const kept = (right: Right) =>
    !(problem?.code === 'resource.gone' && right.target.id === problem.id) &&
    !(problem?.code === 'schedule.gone' && right.scheduleId === problem.id)
  const present = (group: string) => problem?.code !== 'group.gone' || group !== problem.group
  const moved = instead === null || wish.addGroups.every(present) ? [] : [instead]
  return {
    method: 'grant',
    addGroups: [...new Set([...wish.addGroups.filter(present), ...moved])],
    addRights: wish.addRights.filter(kept),
  }
}

/** The card that was to be replaced is blocked all the same; null: there was none. */
export function withoutNewCard({ step }: StepWish): StepWish | null {
  if (step.action !== 'replace' || step.replaces === null) return null
  return { method: 'card', step: { action: 'block', cardId: step.replaces, reason: 'replaced' } }
}
