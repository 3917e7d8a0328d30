import { beforeEach, describe, expect, it } from 'vitest'
import type { CardStep } from '../../core/card-step.ts'
import {
  type StoreUnderTest,
  accepted,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'
import { at, changed, id, person } from '../../tests/support/desk-people.ts'

const [old, next, lent] = ['1C78F2BF', '04C43BC21C2680', 'AABBCCDD']
const until = '2027-01-01T18:00:00.000Z'
const lost: CardStep = { action: 'block', cardId: old, reason: 'lost' }
const found: CardStep = { action: 'unblock', cardId: old }
const lend: CardStep = { action: 'lend', cardId: lent, surfaceId: 'T', until }
const replace = (replaces: string | null): CardStep => {
  return { action: 'replace', cardId: next, surfaceId: 'N', replaces }
}

let desk: StoreUnderTest
beforeEach(() => {
  desk = createStoreUnderTest()
})

function take(recordId: string, step: CardStep): string {
  const opId = desk.mint()
  accepted(desk.people.acceptCardStep({ opId, recordId, step, at }))
  return opId
}

const page = { sort: 'name', descending: false, limit: 10, direction: 'forward', at: null } as const
const rows = (search = '') => desk.people.usersPage({ ...page, search }).rows
const shown = () => rows()[0]

const holder = (cardId: string) =>
  desk.people.hints({ email: null, cardId, surfaceId: null, except: null }).card

const items = () => desk.claim().map(({ body }): unknown => JSON.parse(body))

describe('the cards of a user at the desk', () => {
  it('are shown at once as they will be, and sent one after the other', () => {
    const recordId = desk.known({ email: null, cardId: old, surfaceId: 'A' })
    const ops = [take(recordId, lost), take(recordId, replace(null)), take(recordId, lend)]
    expect(shown()).toMatchObject({
      cardId: next,
      surfaceId: 'N',
      delivery: 'saved',
      otherCards: [
        { cardId: old, surfaceId: 'A', status: 'blocked', reason: 'lost' },
        { cardId: lent, status: 'temporary', until },
      ],
    })
    let cards = {
      cardId: old as string | null,
      surfaceId: 'A',
      otherCards: shown()?.otherCards ?? [],
    }
    for (const [n, opId] of ops.entries()) {
      const [item, ...others] = items()
      expect(others).toEqual([])
      expect(item).toMatchObject({ opId, method: 'card', recordId })
      cards =
        n === 0
          ? { ...cards, cardId: null, surfaceId: '' }
          : { ...cards, cardId: next, surfaceId: 'N' }
      const otherCards = (shown()?.otherCards ?? []).slice(0, n === 2 ? 2 : 1)
      const { state, ...rest } = changed(recordId, n + 2, person({ ...cards, email: null }))
      if (state === null) throw new Error('no state')
      const change = { ...rest, state: { ...state, ...cards, otherCards } }
      desk.settle({ opId, kind: 'applied', change })
    }
    expect(desk.claim()).toEqual([])
    expect(shown()).toMatchObject({ cardId: next, delivery: 'sent' })
  })

  it('find their person by a tap, blocked or lent, and are no news to a search', () => {
    const recordId = desk.known({ email: null, firstName: 'Aino', lastName: 'Salo', cardId: old })
    take(recordId, lost)
    take(recordId, lend)
    expect(holder(old)).toMatchObject({ recordId, name: 'Aino Salo', status: 'blocked' })
    expect(holder(lent)).toMatchObject({ recordId, status: 'temporary' })
    expect(rows(lent).map((row) => row.id)).toEqual([recordId])
    desk.delete(recordId)
    expect(holder(old)).toBeNull()
  })

  it('are as before once a step is taken back, which is possible for the last one only', () => {
    const recordId = desk.known({ email: null, cardId: old, surfaceId: 'A' })
    const [first, second] = [take(recordId, lost), take(recordId, found)]
    expect(desk.people.undoCardStep(first)).toEqual({ ok: true, value: { undone: false } })
    expect(desk.people.undoCardStep(second)).toEqual({ ok: true, value: { undone: true } })
    expect(desk.people.undoCardStep(first)).toEqual({ ok: true, value: { undone: true } })
    expect(shown()).toMatchObject({ cardId: old, surfaceId: 'A', otherCards: [], delivery: 'sent' })
    expect(desk.claim()).toEqual([])
  })

  it('are not changed by what cannot be, nor twice by one press', () => {
    const recordId = desk.known({ email: null, cardId: old })
    const refused = (step: CardStep) =>
      desk.people.acceptCardStep({ opId: desk.mint(), recordId, step, at })
    expect(refused(found)).toEqual({ ok: true, value: { recordId } })
    expect(refused(replace(null))).toMatchObject({ code: 'not-held' })
    expect(refused({ ...lend, cardId: old })).toMatchObject({ code: 'has-card' })
    const opId = take(recordId, lost)
    expect(desk.people.acceptCardStep({ opId, recordId, step: lost, at })).toMatchObject({
      ok: true,
    })
    const nobody = { opId: desk.mint(), recordId: id(900), step: lost, at }
    expect(desk.people.acceptCardStep(nobody)).toMatchObject({ code: 'gone' })
  })

  it('of one who was never sent go after their creation, and vanish with them', () => {
    const recordId = desk.create({ email: null, firstName: 'New', cardId: old })
    take(recordId, lost)
    expect(desk.only().method).toBe('create')
    desk.settle({ opId: recordId, kind: 'retry' })
    expect(shown()).toMatchObject({ cardId: null })
  })

  it('wait for what others did with the same card before', () => {
    const [one, two] = [
      desk.known({ email: null, cardId: old }),
      desk.known({ email: null, firstName: 'Other' }),
    ]
    take(one, lost)
    take(one, { action: 'take-back', cardId: old })
    const given = take(two, { action: 'lend', cardId: old, surfaceId: '', until })
    expect(items()).toMatchObject([{ step: { action: 'block' } }])
    expect(desk.claim().map(({ opId }) => opId)).not.toContain(given)
  })

  it('that the cloud refuses wait for a decision, and show what the cloud has', () => {
    const recordId = desk.known({ email: null, cardId: old })
    const opId = take(recordId, lost)
    desk.claim()
    const current = changed(recordId, 2, person({ email: null, cardId: next }))
    const problem = { code: 'card.step', reason: 'not-held', current } as const
    desk.settle({ opId, kind: 'parked', problem })
    expect(shown()).toMatchObject({ cardId: next, otherCards: [], delivery: 'attention' })
    expect(desk.people.parked()).toMatchObject([{ opId, method: 'card', problem }])
    expect(desk.people.discardParked(opId)).toMatchObject({ ok: true })
    expect(shown()).toMatchObject({ cardId: next, delivery: 'sent' })
  })

  it('let a later change of the card through that was made knowing of the step', () => {
    const recordId = desk.known({ email: null, cardId: old })
    const opId = take(recordId, lost)
    desk.update(recordId, { cardId: lent })
    desk.claim()
    const { state, ...rest } = changed(recordId, 2, person({ cardId: null }))
    if (state === null) throw new Error('no state')
    desk.settle({ opId, kind: 'applied', change: { ...rest, state } })
    expect(items()).toMatchObject([{ method: 'update', ifVersion: 2, set: { cardId: lent } }])
  })

  it('go on without the new card when somebody else has it, and the old one is blocked all the same', () => {
    const recordId = desk.known({ email: null, cardId: old })
    const opId = take(recordId, replace(old))
    desk.claim()
    const holderId = id(800)
    const problem = { code: 'card.taken', holder: { id: holderId, name: 'X' } } as const
    desk.settle({ opId, kind: 'parked', problem })
    const [newOpId, moveOpId] = [desk.mint(), desk.mint()]
    expect(desk.people.moveParked({ opId, newOpId, moveOpId, at })).toMatchObject({ ok: true })
    expect(items()).toMatchObject([
      { opId: newOpId, method: 'card', step: { action: 'block', cardId: old, reason: 'replaced' } },
    ])
    expect(shown()).toMatchObject({ cardId: next, otherCards: [{ cardId: old }] })
  })
})
