import type { CardStep, Cards } from '../card-step.ts'
import type { LogWhat } from './desk-log.ts'
import { type MaskedCard, maskCard } from './masked-card.ts'

/** One card event; of the numbers no more than the mask leaves. */
export type CardEvent = {
  readonly what: LogWhat
  readonly card: MaskedCard
  /** The card that the person had until then, and gave up with it. */
  readonly instead: MaskedCard | null
}

/** As much of an operation, or of a wish that waits for its turn, as has to do with cards. */
export type CardWish =
  | { readonly method: 'create'; readonly fields: { readonly cardId: string | null } }
  | { readonly method: 'update'; readonly set: { readonly cardId?: string | null | undefined } }
  | { readonly method: 'delete' }
  | { readonly method: 'move-card'; readonly cardId: string }
  | { readonly method: 'card'; readonly step: CardStep }
  | { readonly method: 'grant' | 'resend' }

/** Whether it may be an event at all; then `cardEvents` wants to know the cards before it. */
export function concernsCards(wish: CardWish): boolean {
  switch (wish.method) {
    case 'create':
      return wish.fields.cardId !== null
    case 'update':
      return wish.set.cardId !== undefined
    case 'delete':
    case 'move-card':
    case 'card':
      return true
    case 'grant':
    case 'resend':
      return false
  }
}

/** `before`: the cards of its person until then; null: nobody is there, or nobody knows. */
export function cardEvents(wish: CardWish, before: Cards | null): readonly CardEvent[] {
  const had = before?.cardId ?? null
  switch (wish.method) {
    case 'create':
      return given(wish.fields.cardId, null)
    case 'update':
      return wish.set.cardId === undefined ? [] : given(wish.set.cardId, had)
    case 'delete':
      return allOf(before).map((cardId) => event('taken-off', cardId))
    case 'move-card':
      return [event('moved', wish.cardId, had)]
    case 'card':
      return [stepEvent(wish.step)]
    case 'grant':
    case 'resend':
      return []
  }
}

function given(cardId: string | null, had: string | null): readonly CardEvent[] {
  if (cardId === had) return []
  if (cardId === null) return had === null ? [] : [event('taken-off', had)]
  return [event(had === null ? 'enrolled' : 'replaced', cardId, had)]
}

function stepEvent(step: CardStep): CardEvent {
  const { cardId } = step
  switch (step.action) {
    case 'block':
      return event('blocked', cardId)
    case 'unblock':
      return event('found', cardId)
    case 'replace':
      return event(step.replaces === null ? 'enrolled' : 'replaced', cardId, step.replaces)
    case 'lend':
      return event('lent', cardId)
    case 'take-back':
      return event('returned', cardId)
  }
}

function event(what: LogWhat, cardId: string, instead: string | null = null): CardEvent {
  const other = instead === null || instead === cardId ? null : maskCard(instead)
  return { what, card: maskCard(cardId), instead: other }
}

function allOf(cards: Cards | null): readonly string[] {
  if (cards === null) return []
  const others = cards.otherCards.map(({ cardId }) => cardId)
  return cards.cardId === null ? others : [cards.cardId, ...others]
}
