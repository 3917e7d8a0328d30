import { describe, expect, it } from 'vitest'
import type { ParkedProblem } from '../../core/operation.ts'
import { changed, id, person, tombstone } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  appliedItem,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'
import { fieldsAsSent } from './wish.ts'

function parkedCreate(desk: StoreUnderTest, problem: ParkedProblem = { code: 'email.forbidden' }) {
  const recordId = desk.create({ firstName: 'Aino', cardId: '11111111' })
  desk.only()
  desk.settle({ opId: recordId, kind: 'parked', problem })
  return recordId
}

describe('a parked operation', () => {
  it('is shown with its reason and the record as it would be', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 3)
    const opId = desk.update(recordId, { organization: 'Mine' })
    desk.only()
    const current = changed(recordId, 4, person({ organization: 'Theirs' }))
    const problem = { code: 'conflict.field', fields: ['organization'], current } as const
    desk.settle({ opId, kind: 'parked', problem: { ...problem, fields: ['organization'] } })
    expect(desk.people.parked()).toMatchObject([
      { opId, recordId, method: 'update', fields: person({ organization: 'Mine' }), problem },
    ])
    expect(desk.people.pendingPage(firstPage).rows).toMatchObject([{ delivery: 'attention' }])
  })

  it('is sent again, corrected, under a new key at its old place', () => {
    const desk = createStoreUnderTest()
    const recordId = parkedCreate(desk)
    const later = desk.create({ cardId: '22222222' })
    const fields = person({ email: null, cardId: '22222222' })
    const input = { opId: recordId, newOpId: id(700), fields }
    expect(desk.people.correctParked(input)).toEqual({ ok: true, value: { recordId } })
    expect(desk.people.fields(recordId)).toEqual(fields)
    expect(desk.outcome(recordId)).toMatchObject({ outcome: 'superseded', by: id(700) })
    const item = desk.only()
    const sent = fieldsAsSent(fields)
    expect(JSON.parse(item.body)).toEqual({
      opId: id(700),
      method: 'create',
      recordId,
      fields: sent,
    })
    desk.settle(appliedItem(item, desk, 1))
    expect(desk.only().opId).toBe(later)
  })

  it('gives the same answer to a second click and refuses a different correction', () => {
    const desk = createStoreUnderTest()
    const recordId = parkedCreate(desk)
    const input = { opId: recordId, newOpId: id(700), fields: person() }
    const first = desk.people.correctParked(input)
    expect(desk.people.correctParked(input)).toEqual(first)
    expect(desk.people.correctParked({ ...input, newOpId: id(701) })).toEqual(notParked)
    expect(desk.people.discardParked(recordId)).toEqual(notParked)
  })

  it('sets only what the person chose against the newer version', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 3)
    const opId = desk.update(recordId, { organization: 'Mine', surfaceId: '7' })
    desk.only()
    const theirs = person({ organization: 'Theirs' })
    const current = changed(recordId, 4, theirs)
    desk.settle({
      opId,
      kind: 'parked',
      problem: { code: 'conflict.field', fields: ['organization'], current },
    })
    const fields = { ...theirs, surfaceId: '7' }
    desk.people.correctParked({ opId, newOpId: id(700), fields })
    expect(JSON.parse(desk.only().body)).toMatchObject({ ifVersion: 4, set: { surfaceId: '7' } })
  })

  it('is done when the person chooses what is there already', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 3)
    const opId = desk.update(recordId, { organization: 'Mine' })
    desk.only()
    const theirs = person({ organization: 'Theirs' })
    const current = changed(recordId, 4, theirs)
    desk.settle({ opId, kind: 'parked', problem: { code: 'stale', current } })
    desk.people.correctParked({ opId, newOpId: id(700), fields: theirs })
    expect(desk.claim()).toEqual([])
    expect(desk.outcome(id(700))).toMatchObject({ outcome: 'discarded' })
    expect(desk.people.fields(recordId)).toEqual(theirs)
  })

  it('becomes a new record, with the wishes after it, when the cloud has deleted the old one', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 3)
    const opId = desk.update(recordId, { organization: 'Mine' })
    desk.only()
    const later = desk.update(recordId, { surfaceId: '7' })
    desk.settle({ opId, kind: 'parked', problem: { code: 'gone' } })
    const fields = person({ organization: 'Mine' })
    const anew = desk.people.correctParked({ opId, newOpId: id(700), fields })
    expect(anew).toEqual({ ok: true, value: { recordId: id(700) } })
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.people.fields(id(700))).toEqual({ ...fields, surfaceId: '7' })
    const item = desk.only()
    expect(item).toMatchObject({ opId: id(700), method: 'create' })
    desk.settle({ opId: id(700), kind: 'applied', change: changed(id(700), 1, fields) })
    expect(desk.only()).toMatchObject({ opId: later, recordId: id(700) })
  })

  it('that is given up leaves the log’s line and no ghost, with the wishes that needed it', () => {
    const desk = createStoreUnderTest()
    const recordId = parkedCreate(desk)
    const later = desk.update(recordId, { organization: 'Desk' })
    expect(desk.people.discardParked(recordId)).toEqual({ ok: true })
    expect(desk.people.discardParked(recordId)).toEqual({ ok: true })
    expect(desk.outcome(recordId)).toMatchObject({ outcome: 'discarded' })
    expect(desk.outcome(later)).toMatchObject({ outcome: 'discarded', by: recordId })
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.db.prepare('SELECT * FROM record').all()).toEqual([])
  })

  it('that is given up shows the record as the cloud has it, and later wishes go on', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 3)
    const opId = desk.update(recordId, { organization: 'Mine' })
    desk.only()
    const later = desk.update(recordId, { surfaceId: '7' })
    desk.settle({ opId, kind: 'parked', problem: { code: 'forbidden' } })
    desk.people.discardParked(opId)
    expect(desk.people.fields(recordId)).toEqual(person({ surfaceId: '7' }))
    expect(desk.only().opId).toBe(later)
  })

  describe('of somebody who was gone and has come back since', () => {
    const theirs = person({ organization: 'Theirs' })

    function cameBack() {
      const desk = createStoreUnderTest()
      const recordId = desk.known({ organization: 'Before' }, 3)
      const opId = desk.update(recordId, { organization: 'Mine' })
      desk.only()
      desk.settle({ opId, kind: 'parked', problem: { code: 'gone' } })
      const later = desk.update(recordId, { organization: 'Mine, later' })
      const from = desk.feed.cursor()
      desk.feed.applyPage({ from, next: 'x', changes: [changed(recordId, 6, theirs)] })
      return { desk, recordId, opId, later }
    }

    it('leaves them as the cloud has them when it is given up', () => {
      const { desk, recordId, opId, later } = cameBack()
      desk.people.discardParked(opId)
      const { body, base } = desk.only()
      expect(JSON.parse(body)).toMatchObject({ opId: later, ifVersion: 3 })
      expect(base).toMatchObject({ organization: 'Before' })
      desk.settle({ opId: later, kind: 'discarded', reason: 'same', onto: null })
      expect(desk.people.fields(recordId)).toEqual(theirs)
    })

    it('changes them instead of making them anew', () => {
      const { desk, recordId, opId } = cameBack()
      const fields = { ...theirs, organization: 'Mine' }
      const corrected = desk.people.correctParked({ opId, newOpId: id(700), fields })
      expect(corrected).toEqual({ ok: true, value: { recordId } })
      const set = { organization: 'Mine' }
      expect(JSON.parse(desk.only().body)).toMatchObject({ method: 'update', ifVersion: 6, set })
    })
  })

  it('on a record that was deleted meanwhile still shows what was wished', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 3)
    const opId = desk.update(recordId, { organization: 'Mine' })
    desk.only()
    const from = desk.feed.cursor()
    desk.feed.applyPage({ from, next: 'x', changes: [tombstone(recordId, 4)] })
    desk.settle({ opId, kind: 'parked', problem: { code: 'gone' } })
    expect(desk.people.parked()).toMatchObject([{ fields: person({ organization: 'Mine' }) }])
    expect(desk.people.pendingPage(firstPage).rows).toEqual([])
  })
})

const notParked = { ok: false, code: 'not-parked' }
const firstPage = {
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  at: null,
} as const
