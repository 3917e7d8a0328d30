import { beforeEach, describe, expect, it } from 'vitest'
import { shownPerson } from '../../tests/support/shown-person.ts'
import { createCardStepper } from './card-stepper.ts'
import {
  beginGiving,
  changeGiving,
  closeUserCards,
  eveningAfter,
  openUserCards,
  stepOf,
  tapUserCards,
  useUserCards,
} from './user-cards.ts'

const opId = '019ab000-0000-7000-8000-000000000002'
const [old, next] = ['1C78F2BF', '04C43BC21C2680']
const evening = '2027-03-01T18:00'
const row = shownPerson({ cardId: old })
const tap = { uid: next, atr: '', reader: 'R', ndefText: null }

function shown() {
  const { open } = useUserCards.getState()
  if (open === null) throw new Error('closed')
  return open
}

beforeEach(() => {
  closeUserCards()
  openUserCards(row)
})

describe('a tap over the cards of a user', () => {
  it('begins to replace the card in use, and gives nothing by itself', () => {
    tapUserCards(tap, evening)
    expect(stepOf(shown())).toEqual({
      action: 'replace',
      cardId: next,
      surfaceId: '',
      replaces: old,
    })
    expect(shown().row).toBe(row)
  })

  it('fills the temporary card that is being given, also after another tap', () => {
    beginGiving('lend', evening)
    tapUserCards({ ...tap, uid: 'AABBCCDD' }, evening)
    tapUserCards(tap, evening)
    const until = new Date(evening).toISOString()
    expect(stepOf(shown())).toEqual({ action: 'lend', cardId: next, surfaceId: '', until })
    changeGiving((giving) => ({ ...giving, until: '' }))
    expect(stepOf(shown())).toBeNull()
  })

  it('means nothing once the dialog is closed', () => {
    closeUserCards()
    tapUserCards(tap, evening)
    expect(useUserCards.getState().open).toBeNull()
  })
})

describe('a step', () => {
  const stepper = (answers: { ok: boolean; undone?: boolean }) =>
    createCardStepper({
      userCards: {
        change: async () =>
          answers.ok ? { ok: true, value: { recordId: row.id } } : { ok: false, code: 'not-held' },
        undo: async () => ({ ok: true, value: { undone: answers.undone ?? true } }),
      },
      pause: async () => {},
      newId: () => opId,
    })
  const lost = { action: 'block', cardId: old, reason: 'lost' } as const

  it('shows the cards as they are with it, and as before when it is taken back', async () => {
    const steps = stepper({ ok: true })
    await steps.take(lost)
    expect(shown()).toMatchObject({ row: { cardId: null }, done: { opId, action: 'block' } })
    const { done } = shown()
    if (done === null) throw new Error('nothing done')
    expect(await steps.undo(done)).toBe(true)
    expect(shown().row).toEqual(row)
  })

  it('that is refused says so and leaves everything as it is', async () => {
    await stepper({ ok: false }).take(lost)
    expect(shown()).toMatchObject({ row, failure: { code: 'not-held' }, sending: false })
  })

  it('that is under way already cannot be taken back', async () => {
    const steps = stepper({ ok: true, undone: false })
    await steps.take(lost)
    const { done } = shown()
    if (done === null) throw new Error('nothing done')
    expect(await steps.undo(done)).toBe(false)
    expect(shown().row.cardId).toBeNull()
  })
})

it('a temporary card is offered until the evening that is still to come', () => {
  expect(eveningAfter(new Date(2027, 1, 27, 9, 0))).toBe('2027-02-27T18:00')
  expect(eveningAfter(new Date(2027, 1, 28, 17, 30))).toBe('2027-03-01T18:00')
})
