import { describe, expect, it } from 'vitest'
import { type CardStep, type Cards, afterStep, withMainCard, withoutCard } from './card-step.ts'
import { statusAt } from './other-card.ts'

const [main, second, third] = ['1C78F2BF', '04C43BC21C2680', 'AABBCCDD']
const until = '2026-12-01T18:00:00.000Z'

const having = (cardId: string | null): Cards => ({
  cardId,
  surfaceId: cardId === null ? '' : 'A-1',
  otherCards: [],
})

/** The cards after several steps, each of which must be possible. */
function after(cards: Cards, ...steps: CardStep[]): Cards {
  return steps.reduce((now, step) => {
    const done = afterStep(now, step)
    if (!done.ok) throw new Error(`${step.action}: ${done.code}`)
    return done.value
  }, cards)
}

const lost: CardStep = { action: 'block', cardId: main, reason: 'lost' }
const replace = (cardId: string, replaces: string | null): CardStep => ({
  action: 'replace',
  cardId,
  surfaceId: 'B-2',
  replaces,
})
const lend = (cardId: string): CardStep => ({ action: 'lend', cardId, surfaceId: 'T-1', until })

describe('the cards of a person', () => {
  it('keep a lost card, blocked, and its printed number', () => {
    const cards = after(having(main), lost)
    const blocked = {
      cardId: main,
      surfaceId: 'A-1',
      status: 'blocked',
      reason: 'lost',
      until: null,
    }
    expect(cards).toEqual({ cardId: null, surfaceId: '', otherCards: [blocked] })
    expect(after(cards, lost)).toEqual(cards)
  })

  it('have a found card as the main one again, unless there is another by now', () => {
    const found: CardStep = { action: 'unblock', cardId: main }
    expect(after(having(main), lost, found)).toEqual(having(main))
    const replaced = after(having(main), lost, replace(second, null))
    expect(afterStep(replaced, found)).toMatchObject({ ok: false, code: 'has-card' })
    expect(afterStep(having(null), found)).toMatchObject({ ok: false, code: 'not-held' })
  })

  it('have a new main card in one step, and the old one blocked', () => {
    const cards = after(having(main), replace(second, main))
    expect(cards).toMatchObject({ cardId: second, surfaceId: 'B-2' })
    expect(cards.otherCards).toMatchObject([
      { cardId: main, status: 'blocked', reason: 'replaced' },
    ])
    expect(afterStep(cards, replace(third, main))).toMatchObject({ ok: false, code: 'not-held' })
  })

  it('swap back to a blocked card that was found after it had been replaced', () => {
    const cards = after(having(main), replace(second, main), replace(main, second))
    expect(cards.cardId).toBe(main)
    expect(cards.otherCards).toMatchObject([{ cardId: second, status: 'blocked' }])
  })

  it('have temporary cards beside the main one until these are taken back', () => {
    const cards = after(having(main), lend(second))
    expect(cards.cardId).toBe(main)
    expect(cards.otherCards).toMatchObject([{ cardId: second, status: 'temporary', until }])
    expect(after(cards, { action: 'take-back', cardId: second })).toEqual(having(main))
    expect(afterStep(cards, lend(main))).toMatchObject({ ok: false, code: 'has-card' })
  })

  it('block a temporary card that is lost, too', () => {
    const step: CardStep = { action: 'block', cardId: second, reason: 'lost' }
    const cards = after(having(main), lend(second), step)
    expect(cards.otherCards).toMatchObject([
      { cardId: second, status: 'blocked', surfaceId: 'T-1' },
    ])
    expect(cards.cardId).toBe(main)
  })

  it('never count one card twice, however it became the main one', () => {
    const cards = after(having(main), lost)
    expect(withMainCard({ ...cards, cardId: main }).otherCards).toEqual([])
    expect(withoutCard(cards, main).otherCards).toEqual([])
  })

  it('are not without number', () => {
    const many = Array.from({ length: 20 }, (_, n) => lend(`AC0000${String(n + 10)}`))
    const cards = after(having(main), ...many)
    expect(afterStep(cards, lend(third))).toMatchObject({ ok: false, code: 'too-many' })
  })
})

it('a temporary card has ended from its time on, whether the cloud has said so or not', () => {
  const [card] = after(having(null), lend(second)).otherCards
  if (card === undefined) throw new Error('no card')
  expect(statusAt(card, Date.parse(until) - 1)).toBe('temporary')
  expect(statusAt(card, Date.parse(until))).toBe('ended')
})
