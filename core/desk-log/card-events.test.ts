import { describe, expect, it } from 'vitest'
import type { CardStep, Cards } from '../card-step.ts'
import { nobody } from '../person.ts'
import { type CardWish, cardEvents, concernsCards } from './card-events.ts'

const first = '04C43BC21C3A80'
const second = '1C78F2BF'
const none: Cards = { cardId: null, surfaceId: '', otherCards: [] }
const has: Cards = { ...none, cardId: first }
const lent = { surfaceId: '', status: 'temporary', reason: null, until: null } as const

const create = (cardId: string | null): CardWish => ({
  method: 'create',
  fields: { ...nobody, cardId },
})
const update = (cardId?: string | null): CardWish => ({ method: 'update', set: { cardId } })
const step = (given: CardStep): CardWish => ({ method: 'card', step: given })
const move: CardWish = { method: 'move-card', cardId: second }
const replace = (replaces: string | null) =>
  step({ action: 'replace', cardId: second, surfaceId: '', replaces })

describe('what the log tells of an operation', () => {
  it.each<[string, CardWish, Cards | null, string[]]>([
    ['a person created with a card', create(first), null, ['enrolled ••••3A80']],
    ['the first card of a person', update(first), none, ['enrolled ••••3A80']],
    ['another card', update(second), has, ['replaced ••••F2BF for ••••3A80']],
    ['no card any more', update(null), has, ['taken-off ••••3A80']],
    ['a card that somebody else had', move, none, ['moved ••••F2BF']],
    ['a card in place of another', move, has, ['moved ••••F2BF for ••••3A80']],
    [
      'a lost card',
      step({ action: 'block', cardId: first, reason: 'lost' }),
      has,
      ['blocked ••••3A80'],
    ],
    ['a card found again', step({ action: 'unblock', cardId: first }), none, ['found ••••3A80']],
    ['a replaced card', replace(first), has, ['replaced ••••F2BF for ••••3A80']],
    ['a card after a lost one', replace(null), none, ['enrolled ••••F2BF']],
    [
      'a temporary card',
      step({ action: 'lend', cardId: second, surfaceId: '', until: '2026-11-25T18:00:00Z' }),
      has,
      ['lent ••••F2BF'],
    ],
    ['a card handed in', step({ action: 'take-back', cardId: second }), has, ['returned ••••F2BF']],
  ])('is one line of %s', (_what, wish, before, lines) => {
    expect(concernsCards(wish)).toBe(true)
    expect(told(wish, before)).toEqual(lines)
  })

  it('is a line for each card of a person who is deleted', () => {
    const cards = { ...has, otherCards: [{ ...lent, cardId: second }] }
    expect(told({ method: 'delete' }, cards)).toEqual(['taken-off ••••3A80', 'taken-off ••••F2BF'])
    expect(told({ method: 'delete' }, none)).toEqual([])
  })

  it.each([create(null), update(), { method: 'grant' }, { method: 'resend' }] as const)(
    'is nothing where no card is concerned: %o',
    (wish) => {
      expect(concernsCards(wish)).toBe(false)
      expect(told(wish, has)).toEqual([])
    },
  )

  it('is nothing where everything is as it was', () => {
    expect(told(update(first), has)).toEqual([])
    expect(told(update(null), none)).toEqual([])
  })
})

function told(wish: CardWish, before: Cards | null): string[] {
  return cardEvents(wish, before).map(
    ({ what, card, instead }) => `${what} ${card}${instead === null ? '' : ` for ${instead}`}`,
  )
}
