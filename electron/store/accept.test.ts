import { describe, expect, it } from 'vitest'
import { at, id, person } from '../../tests/support/desk-people.ts'
import { appliedItem, createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

describe('accepting', () => {
  it('keeps record and outbox row together', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create({ firstName: 'Aino' })
    expect(desk.people.fields(recordId)).toEqual(person({ firstName: 'Aino' }))
    expect(desk.outbox.counts()).toEqual({ ready: 1, inflight: 0, parked: 0 })
  })

  it('takes the same creation once, however often and whenever it comes', () => {
    const desk = createStoreUnderTest()
    const same = { opId: id(500), fields: person(), at }
    const first = desk.people.acceptCreate(same)
    expect(desk.people.acceptCreate(same)).toEqual(first)
    const item = desk.only()
    expect(desk.people.acceptCreate(same)).toEqual(first)
    desk.settle(appliedItem(item, desk, 1))
    expect(desk.people.acceptCreate(same)).toEqual(first)
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
  })

  it('refuses to change or delete what is not there', () => {
    const desk = createStoreUnderTest()
    const gone = { ok: false, code: 'gone' }
    const what = { opId: id(500), recordId: id(501), at }
    expect(desk.people.acceptUpdate({ ...what, set: { firstName: 'X' } })).toEqual(gone)
    expect(desk.people.acceptDelete(what)).toEqual(gone)
    const recordId = desk.known()
    desk.delete(recordId)
    expect(desk.people.acceptDelete({ ...what, recordId })).toEqual(gone)
  })

  it('puts a later edit into the creation that was never sent', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create({ firstName: 'Aino' })
    const edit = desk.update(recordId, { firstName: 'Aina', organization: 'Desk' })
    expect(desk.outcome(edit)).toMatchObject({ outcome: 'merged', by: recordId })
    expect(JSON.parse(desk.only().body)).toMatchObject({
      method: 'create',
      fields: { firstName: 'Aina', organization: 'Desk' },
    })
  })

  it('keeps an edit apart from a creation that was sent, even if nothing came back', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const { body } = desk.only()
    desk.settle({ opId: recordId, kind: 'retry' })
    desk.update(recordId, { firstName: 'Aina' })
    expect(desk.outbox.counts().ready).toBe(2)
    expect(desk.only().body).toBe(body)
  })

  it('does not let a merged edit overtake a later operation on the same card', () => {
    const desk = createStoreUnderTest()
    const first = desk.create({ cardId: null })
    const second = desk.create({ cardId: '1C78F2BF' })
    desk.update(second, { cardId: null })
    const wanting = desk.create({ cardId: '1C78F2BF' })
    const edit = desk.update(first, { cardId: '1C78F2BF' })
    expect(desk.outcome(edit)).toBeUndefined()
    const order = desk.claim().map((item) => item.opId)
    expect(order).toEqual([first, second])
    expect(order).not.toContain(wanting)
  })

  it('does not widen a creation past a later wish for the card that it gives up', () => {
    const desk = createStoreUnderTest()
    const first = desk.create({ cardId: '1C78F2BF' })
    desk.create({ cardId: '1C78F2BF' })
    desk.update(first, { cardId: null })
    expect(desk.outbox.counts().ready).toBe(3)
    expect(JSON.parse(desk.only().body)).toMatchObject({ fields: { cardId: '1C78F2BF' } })
  })

  it('lets a creation and its deletion cancel each other when nothing was sent', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const deletion = desk.delete(recordId)
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.claim()).toEqual([])
    expect(desk.outcome(recordId)).toMatchObject({ outcome: 'cancelled', by: deletion })
    expect(desk.outcome(deletion)).toMatchObject({ outcome: 'cancelled', by: recordId })
    expect(desk.db.prepare('SELECT * FROM record').all()).toEqual([])
  })

  it('sends the deletion of a record whose creation may have arrived', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const item = desk.only()
    desk.settle({ opId: recordId, kind: 'retry' })
    const deletion = desk.delete(recordId)
    expect(desk.people.fields(recordId)).toBeNull()
    desk.claim()
    desk.settle(appliedItem(item, desk, 1))
    expect(desk.only()).toMatchObject({ opId: deletion, method: 'delete' })
  })

  it('drops a refused creation with its deletion, for the cloud made nothing of it', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    desk.only()
    desk.settle({ opId: recordId, kind: 'parked', problem: { code: 'email.forbidden' } })
    desk.delete(recordId)
    desk.people.cancelUnsent(new Set())
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    expect(desk.outcome(recordId)).toMatchObject({ outcome: 'cancelled' })
  })

  it('makes an invitation of a user without email who gets one', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ email: null })
    expect(desk.people.pendingPage(firstPage).total).toBe(0)
    desk.update(recordId, { email: 'aino@example.com' })
    expect(desk.people.pendingPage(firstPage).rows).toMatchObject([
      { id: recordId, kind: 'invitation', delivery: 'saved' },
    ])
  })
})

const firstPage = {
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  at: null,
} as const
