import { describe, expect, it } from 'vitest'
import { at, changed, id, person, tombstone } from '../../tests/support/desk-people.ts'
import { appliedItem, createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

const nothing = { ready: 0, inflight: 0, parked: 0 }

describe('settling', () => {
  it('shows what the cloud made of an operation that was applied', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create({ firstName: 'aino' })
    desk.only()
    const change = changed(recordId, 1, person({ firstName: 'Aino' }))
    desk.settle({ opId: recordId, kind: 'applied', change })
    expect(desk.outbox.counts()).toEqual(nothing)
    expect(desk.outcome(recordId)).toMatchObject({ outcome: 'applied' })
    expect(desk.people.fields(recordId)).toEqual(person({ firstName: 'Aino' }))
  })

  it('keeps showing what still waits on top of it', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const item = desk.only()
    desk.update(recordId, { organization: 'Desk' })
    desk.settle({ opId: item.opId, kind: 'applied', change: changed(recordId, 1, person()) })
    expect(desk.people.fields(recordId)).toEqual(person({ organization: 'Desk' }))
  })

  it('ignores answers about operations that were settled, corrected or never sent', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const late = { opId: recordId, kind: 'discarded', reason: 'late', onto: null } as const
    desk.settle(late, { ...late, opId: id(700) })
    expect(desk.outbox.counts().ready).toBe(1)
    desk.only()
    desk.settle({ opId: recordId, kind: 'parked', problem: { code: 'forbidden' } })
    desk.settle(late, { opId: recordId, kind: 'retry' })
    expect(desk.outbox.counts().parked).toBe(1)
  })

  it('settles all or nothing', () => {
    const desk = createStoreUnderTest()
    desk.create()
    const item = desk.only()
    desk.db
      .prepare(
        `CREATE TEMP TRIGGER broken BEFORE DELETE ON outbox BEGIN SELECT raise(ABORT, 'broken'); END`,
      )
      .run()
    expect(() => desk.settle(appliedItem(item, desk, 1))).toThrow('broken')
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 1, parked: 0 })
    expect(desk.outcome(item.opId)).toBeUndefined()
  })

  it('puts the same wish on a newer version under a new key at the same place', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 4)
    const opId = desk.update(recordId, { organization: 'Mine' })
    const before = desk.only()
    const onto = changed(recordId, 6, person({ firstName: 'Aina' }))
    desk.settle({ opId, kind: 'rebased', newOpId: id(700), onto })
    expect(desk.outcome(opId)).toMatchObject({ outcome: 'superseded', by: id(700) })
    expect(desk.people.fields(recordId)).toEqual(
      person({ firstName: 'Aina', organization: 'Mine' }),
    )
    const after = desk.only()
    expect(after).toMatchObject({ opId: id(700), attempts: 1, set: before.set })
    expect(JSON.parse(after.body)).toMatchObject({ opId: id(700), ifVersion: 6 })
  })

  it('shows a record as gone when its deletion found nothing, before its tombstone comes', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const opId = desk.delete(recordId)
    desk.only()
    desk.settle({ opId, kind: 'discarded', reason: 'gone', onto: null })
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.outcome(opId)).toMatchObject({ outcome: 'discarded', reason: 'gone' })
  })

  it('shows the person again when a deletion was void because they registered', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const opId = desk.delete(recordId)
    desk.only()
    const onto = changed(recordId, 2, person())
    desk.settle({ opId, kind: 'discarded', reason: 'registered', onto })
    expect(desk.people.fields(recordId)).toEqual(person())
  })

  it('leaves whoever became a member at once untouched by a deletion that was made before', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    desk.only()
    const deletion = desk.delete(recordId)
    const member = changed(recordId, 1, person(), { kind: 'user', registeredAt: at })
    desk.settle({ opId: recordId, kind: 'applied', change: member })
    expect(desk.claim()).toEqual([])
    expect(desk.outcome(deletion)).toMatchObject({ outcome: 'discarded', reason: 'registered' })
    expect(desk.people.fields(recordId)).toEqual(person())
    expect(desk.people.notices()).toMatchObject([{ recordId, reason: 'registered' }])
  })

  it('drops later wishes for a record that never comes to be, and says so in the log', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    desk.only()
    const later = desk.update(recordId, { organization: 'Desk' })
    desk.settle({ opId: recordId, kind: 'discarded', reason: 'void', onto: null })
    expect(desk.outbox.counts()).toEqual(nothing)
    expect(desk.outcome(later)).toMatchObject({ outcome: 'discarded', by: recordId })
    expect(desk.people.fields(recordId)).toBeNull()
  })

  it('does not bring back a deleted record with an answer that is older than its tombstone', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const item = desk.only()
    const answer = appliedItem(item, desk, 1)
    desk.feed.applyPage({ from: null, next: '1', changes: [tombstone(recordId, 2)] })
    desk.settle(answer)
    expect(desk.people.fields(recordId)).toBeNull()
  })

  it('does not bring back a record that a snapshot since has shown to be gone', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const item = desk.only()
    desk.feed.beginSnapshot()
    desk.feed.finishSnapshot('1')
    desk.settle(appliedItem(item, desk, 1))
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.feed.digest().count).toBe(0)
  })

  it('sends again after a restart what was under way', () => {
    const desk = createStoreUnderTest()
    desk.create()
    const { body } = desk.only()
    desk.outbox.recover()
    expect(desk.outbox.counts()).toEqual({ ready: 1, inflight: 0, parked: 0 })
    expect(desk.only().body).toBe(body)
  })
})
