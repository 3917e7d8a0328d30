import { z } from 'zod'
import { cardUid } from './card-number.ts'
import { type OtherCard, mostOtherCards } from './other-card.ts'
import { type Result, fail, ok } from './outcome.ts'
import { noCard, surfaceText } from './person.ts'

/** What can happen to the cards of one person. `cardId` is the card that the step is about. */
export const cardStep = z.discriminatedUnion('action', [
  /** Lost, or no longer to be used: it opens nothing, and the person has no main card if it was that. */
  z.strictObject({
    action: z.literal('block'),
    cardId: cardUid,
    reason: z.enum(['lost', 'replaced']),
  }),
  /** Found again: the main card once more, where there is no other. */
  z.strictObject({ action: z.literal('unblock'), cardId: cardUid }),
  /** Another main card; the one before it (`replaces`) is blocked. */
  z.strictObject({
    action: z.literal('replace'),
    cardId: cardUid,
    surfaceId: surfaceText,
    replaces: cardUid.nullable(),
  }),
  /** A further card that ends by itself; of one that is lent already the end is set anew. */
  z.strictObject({
    action: z.literal('lend'),
    cardId: cardUid,
    surfaceId: surfaceText,
    until: z.iso.datetime(),
  }),
  /** A card beside the main one is handed in, and free for anybody. */
  z.strictObject({ action: z.literal('take-back'), cardId: cardUid }),
])
export type CardStep = z.infer<typeof cardStep>

/** All cards of a person. */
export type Cards = {
  readonly cardId: string | null
  readonly surfaceId: string
  readonly otherCards: readonly OtherCard[]
}

/**
 * - `not-held`: the person does not have the card, or not in this way
 * - `has-card`: the person has another main card, or the card itself already
 * - `too-many`: nobody needs so many cards
 */
export const cardStepRefusal = z.enum(['not-held', 'has-card', 'too-many'])
export type CardStepRefusal = z.infer<typeof cardStepRefusal>

/** The cards after a step, by the same rules at the desk and in the cloud. What is so already is fine. */
export function afterStep(cards: Cards, step: CardStep): Result<Cards, CardStepRefusal> {
  const done = next(cards, step)
  return done.ok && done.value.otherCards.length > mostOtherCards ? fail('too-many') : done
}

/** Of a main card that is given in any way: it is no other card as well. */
export function withMainCard<C extends Cards>(cards: C): C {
  return { ...cards, otherCards: others(cards, cards.cardId) }
}

/** The card has gone to somebody else. */
export function withoutCard<C extends Cards>(cards: C, cardId: string): C {
  const rest = { ...cards, otherCards: others(cards, cardId) }
  return cards.cardId === cardId ? { ...rest, ...noCard } : rest
}

/** Every card that a step gives, takes or blocks. */
export function cardsOfStep(step: CardStep): readonly string[] {
  const replaced = step.action === 'replace' ? step.replaces : null
  return replaced === null ? [step.cardId] : [step.cardId, replaced]
}

function next(cards: Cards, step: CardStep): Result<Cards, CardStepRefusal> {
  const { cardId } = step
  const other = cards.otherCards.find((card) => card.cardId === cardId)
  switch (step.action) {
    case 'block': {
      if (other?.status === 'blocked') return ok(cards)
      const surfaceId = cards.cardId === cardId ? cards.surfaceId : other?.surfaceId
      if (surfaceId === undefined) return fail('not-held')
      return ok(blocked(cards, { cardId, surfaceId, reason: step.reason }))
    }
    case 'unblock':
      if (cards.cardId === cardId) return ok(cards)
      if (other?.status !== 'blocked') return fail('not-held')
      return cards.cardId === null ? ok(asMain(cards, other)) : fail('has-card')
    case 'replace': {
      if (cards.cardId === cardId) return ok(asMain(cards, step))
      if (cards.cardId !== step.replaces) return fail('not-held')
      const { cardId: old, surfaceId } = cards
      const freed =
        old === null ? cards : blocked(cards, { cardId: old, surfaceId, reason: 'replaced' })
      return ok(asMain(freed, step))
    }
    case 'lend': {
      if (cards.cardId === cardId || other?.status === 'blocked') return fail('has-card')
      const { surfaceId, until } = step
      const lent = { cardId, surfaceId, status: 'temporary', reason: null, until } as const
      return ok({ ...cards, otherCards: [...others(cards, cardId), lent] })
    }
    case 'take-back':
      if (cards.cardId === cardId) return fail('has-card')
      return ok({ ...cards, otherCards: others(cards, cardId) })
  }
}

function blocked(
  cards: Cards,
  card: Pick<OtherCard, 'cardId' | 'surfaceId'> & { readonly reason: 'lost' | 'replaced' },
): Cards {
  const rest = withoutCard(cards, card.cardId)
  const more = { ...card, status: 'blocked', until: null } as const
  return { ...rest, otherCards: [...rest.otherCards, more] }
}

function asMain(
  cards: Cards,
  { cardId, surfaceId }: Pick<OtherCard, 'cardId' | 'surfaceId'>,
): Cards {
  return withMainCard({ ...cards, cardId, surfaceId })
}

function others({ otherCards }: Cards, cardId: string | null): readonly OtherCard[] {
  const held = otherCards.some((card) => card.cardId === cardId)
  return held ? otherCards.filter((card) => card.cardId !== cardId) : otherCards
}
