import { describe, expect, it } from 'vitest'
import type { ParkedProblem } from '../../core/operation.ts'
import type { Change } from '../../core/record.ts'
import { appliedItem, createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'
import { at, changed, person, tombstone } from '../../tests/support/desk-people.ts'

const card = '1C78F2BF'

function deskWithMove() {
  const desk = createStoreUnderTest()
  const from = desk.known({ cardId: card, surfaceId: 'L-7', firstName: 'Old' })
  const to = desk.known({ firstName: 'New', cardId: null, surfaceId: '' })
  const moveId = desk.mint()
  const set = { cardId: card, surfaceId: 'L-7' }
  const move = { opId: moveId, fromRecordId: from }
  const update = () => desk.people.acceptUpdate({ opId: desk.mint(), recordId: to, set, at, move })
  return { desk, from, to, moveId, update }
}

describe('a card that is moved at this desk', () => {
  it('is with its new holder at once, and in one operation that names both', () => {
    const { desk, from, to, moveId, update } = deskWithMove()
    expect(update()).toMatchObject({ ok: true })
    expect(desk.people.fields(from)).toMatchObject({
      cardId: null,
      surfaceId: '',
      firstName: 'Old',
    })
    expect(desk.people.fields(to)).toMatchObject({ cardId: card, surfaceId: 'L-7' })
    expect(
      desk.people.hints({ email: null, cardId: card, surfaceId: null, except: null }).card
        ?.recordId,
    ).toBe(to)
    expect(JSON.parse(desk.only().body)).toEqual({
      opId: moveId,
      method: 'move-card',
      recordId: to,
      fromRecordId: from,
      cardId: card,
      surfaceId: 'L-7',
      replaces: null,
    })
  })

  it('is moved once when it is asked twice', () => {
    const { desk, update } = deskWithMove()
    update()
    expect(update()).toMatchObject({ ok: true })
    expect(desk.outbox.counts().ready).toBe(1)
  })

  it('is with its former holder again when that is undone, and cannot be once it was sent', () => {
    const { desk, from, to, moveId, update } = deskWithMove()
    update()
    expect(desk.people.undoMove(moveId)).toMatchObject({ value: { undone: true } })
    expect(desk.people.undoMove(moveId)).toMatchObject({ value: { undone: true } })
    expect(desk.people.fields(from)?.cardId).toBe(card)
    expect(desk.people.fields(to)?.cardId).toBeNull()
    expect(desk.outcome(moveId)).toMatchObject({ outcome: 'cancelled', reason: 'undone' })

    const sent = deskWithMove()
    sent.update()
    sent.desk.claim()
    expect(sent.desk.people.undoMove(sent.moveId)).toMatchObject({ value: { undone: false } })
    expect(sent.desk.people.fields(sent.to)?.cardId).toBe(card)
  })

  it("is waited for by its old holder's next change once the move is undone", () => {
    const { desk, from, moveId, update } = deskWithMove()
    update()
    desk.update(from, { cardId: '04C43BC21C2680' })
    const next = desk.create({ cardId: card })
    expect(desk.people.undoMove(moveId)).toMatchObject({ value: { undone: true } })
    expect(desk.claim().map(({ recordId }) => recordId)).toEqual([from])
    expect(desk.people.fields(next)).toMatchObject({ cardId: card })
  })

  it('waits for what is still to be sent of both people, and what comes after waits for it', () => {
    const { desk, from, to, update } = deskWithMove()
    desk.update(from, { firstName: 'Older' })
    update()
    desk.update(to, { firstName: 'Newer' })
    const other = desk.create({ firstName: 'Third', cardId: card, email: null })
    const [first, ...none] = desk.claim()
    expect(none).toEqual([])
    if (first === undefined) throw new Error('nothing to send')
    desk.settle(appliedItem(first, desk, 2))
    const move = desk.only()
    expect(move).toMatchObject({ method: 'move-card', recordId: to })
    desk.settle(appliedItem(move, desk, 2))
    expect(desk.claim().map(({ recordId }) => recordId)).toEqual([to, other])
  })

  it('is with nobody else once it is sent, also before the feed tells of its old holder', () => {
    const { desk, from, to, update } = deskWithMove()
    update()
    desk.settle(appliedItem(desk.only(), desk, 2))
    expect(desk.people.fields(from)).toMatchObject({ cardId: null, surfaceId: '' })
    const changes = [changed(from, 2, person({ firstName: 'Told', cardId: null }))]
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'x', changes })
    expect(desk.people.fields(from)?.firstName).toBe('Told')
    expect(desk.people.fields(to)?.cardId).toBe(card)
  })

  it('goes to somebody who is created in the same step, after the creation', () => {
    const { desk, from, moveId } = deskWithMove()
    const opId = desk.mint()
    const fields = person({ cardId: card, surfaceId: 'L-7' })
    const move = { opId: moveId, fromRecordId: from }
    expect(desk.people.acceptCreate({ opId, fields, at, move })).toMatchObject({ ok: true })
    expect(desk.people.fields(opId)).toMatchObject({ cardId: card, surfaceId: 'L-7' })
    const create = desk.only()
    expect(JSON.parse(create.body)).toMatchObject({ fields: { cardId: null, surfaceId: '' } })
    desk.settle({ opId, kind: 'applied', change: changed(opId, 1, { ...fields, cardId: null }) })
    expect(desk.only()).toMatchObject({ opId: moveId, method: 'move-card' })
  })

  it('stays taken when the person it was for is deleted unsent', () => {
    const { desk, from, moveId } = deskWithMove()
    const opId = desk.mint()
    const move = { opId: moveId, fromRecordId: from }
    desk.people.acceptCreate({ opId, fields: person({ cardId: card }), at, move })
    desk.delete(opId)
    const item = desk.only()
    expect(JSON.parse(item.body)).toMatchObject({
      opId: moveId,
      method: 'update',
      recordId: from,
      set: { cardId: null, surfaceId: '' },
    })
    expect(desk.people.fields(from)?.cardId).toBeNull()
  })

  it('goes on to its new holder when the old one is never created', () => {
    const desk = createStoreUnderTest()
    const from = desk.create({ cardId: card })
    const to = desk.known({ cardId: null })
    const move = { opId: desk.mint(), fromRecordId: from }
    desk.people.acceptUpdate({ opId: desk.mint(), recordId: to, set: { cardId: card }, at, move })
    desk.delete(from)
    expect(desk.only()).toMatchObject({ opId: move.opId, recordId: to })
  })

  it('says which card it replaces, and says the seen one when others gave another meanwhile', () => {
    const { desk, to, update } = deskWithMove()
    update()
    const changes = [changed(to, 2, person({ cardId: 'AABBCCDD', surfaceId: '' }))]
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'x', changes })
    expect(JSON.parse(desk.only().body)).toMatchObject({ replaces: null })
  })

  it('lets the old holder vanish from the lists with the last thing that waits for them', () => {
    const { desk, from, to, update } = deskWithMove()
    update()
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'x', changes: [tombstone(from, 2)] })
    expect(desk.people.fields(from)).toBeNull()
    desk.settle(appliedItem(desk.only(), desk, 2))
    expect(desk.people.fields(to)?.cardId).toBe(card)
  })
})

const conflictOf = (current: Change): ParkedProblem => ({
  code: 'conflict.field',
  fields: ['cardId'],
  current,
})

describe('an operation that waits because its card is taken', () => {
  const holderOf = (id: string) => ({ code: 'card.taken', holder: { id, name: 'Old' } }) as const

  it('of a new person is sent without the card, and the card is moved after it', () => {
    const desk = createStoreUnderTest()
    const holder = desk.known({ cardId: card })
    const opId = desk.create({ cardId: card, surfaceId: 'L-9' })
    desk.settle({ opId: desk.only().opId, kind: 'parked', problem: holderOf(holder) })
    const [newOpId, moveOpId] = [desk.mint(), desk.mint()]
    const input = { opId, newOpId, moveOpId, at }
    expect(desk.people.moveParked(input)).toMatchObject({ value: { recordId: opId } })
    expect(desk.people.moveParked(input)).toMatchObject({ value: { recordId: opId } })
    expect(desk.outcome(opId)).toMatchObject({ outcome: 'superseded', by: newOpId })
    expect(desk.people.fields(opId)).toMatchObject({ cardId: card, surfaceId: 'L-9' })
    expect(desk.people.fields(holder)?.cardId).toBeNull()
    const create = desk.only()
    expect(JSON.parse(create.body)).toMatchObject({ opId: newOpId, fields: { cardId: null } })
    desk.settle({ opId: newOpId, kind: 'applied', change: changed(opId, 1, person()) })
    expect(desk.only()).toMatchObject({ opId: moveOpId, recordId: opId })
  })

  it('of nothing but the card becomes the move, also a move from somebody else', () => {
    const { desk, to, moveId, update } = deskWithMove()
    const third = desk.known({ firstName: 'Third', cardId: null })
    update()
    desk.settle({ opId: desk.only().opId, kind: 'parked', problem: holderOf(third) })
    const moveOpId = desk.mint()
    const input = { opId: moveId, newOpId: desk.mint(), moveOpId, at }
    expect(desk.people.moveParked(input)).toMatchObject({ value: { recordId: to } })
    expect(desk.people.moveParked(input)).toMatchObject({ value: { recordId: to } })
    expect(desk.outcome(moveId)).toMatchObject({ outcome: 'superseded', by: moveOpId })
    expect(JSON.parse(desk.only().body)).toMatchObject({ opId: moveOpId, fromRecordId: third })
  })

  it('gives the card back to its old holder when the person wants the move no more', () => {
    const { desk, from, to, moveId, update } = deskWithMove()
    update()
    const current = changed(to, 2, person({ cardId: 'AABBCCDD', surfaceId: '' }))
    const problem = conflictOf(current)
    desk.settle({ opId: desk.only().opId, kind: 'parked', problem })
    const fields = { ...person({ cardId: 'AABBCCDD', surfaceId: '' }) }
    const kept = { opId: moveId, newOpId: desk.mint(), fields }
    expect(desk.people.correctParked(kept)).toMatchObject({ ok: true })
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    expect(desk.people.fields(from)?.cardId).toBe(card)
  })

  it('can be moved all the same when others gave another card meanwhile', () => {
    const { desk, to, moveId, update } = deskWithMove()
    update()
    const current = changed(to, 2, person({ firstName: 'New', cardId: 'AABBCCDD' }))
    const problem = conflictOf(current)
    desk.settle({ opId: desk.only().opId, kind: 'parked', problem })
    const [row] = desk.people.parked()
    const mine = { opId: moveId, newOpId: desk.mint(), fields: row?.fields ?? person() }
    desk.people.correctParked(mine)
    const item = JSON.parse(desk.only().body)
    expect(item).toMatchObject({ method: 'move-card', cardId: card, replaces: 'AABBCCDD' })
  })

  it('cannot be helped so when something else is the matter', () => {
    const desk = createStoreUnderTest()
    const opId = desk.create({ cardId: card })
    desk.settle({ opId: desk.only().opId, kind: 'parked', problem: { code: 'forbidden' } })
    const input = { opId, newOpId: desk.mint(), moveOpId: desk.mint(), at }
    expect(desk.people.moveParked(input)).toMatchObject({ ok: false, code: 'not-parked' })
    expect(desk.people.parked()).toHaveLength(1)
  })
})
