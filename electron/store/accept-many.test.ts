import { describe, expect, it } from 'vitest'
import { at, changed, id, person, stateOf } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'

const right = {
  id: id(801),
  target: { kind: 'resource', id: id(802) },
  from: null,
  until: null,
  scheduleId: null,
} as const

const items = (desk: StoreUnderTest, ...recordIds: string[]) =>
  recordIds.map((recordId) => ({ opId: desk.mint(), recordId }))

function grant(desk: StoreUnderTest, recordId: string, group: string) {
  const [item] = items(desk, recordId)
  if (item === undefined) throw new Error('no item')
  desk.people.acceptGrants({ items: [item], addGroups: [group], addRights: [right], at })
  return item.opId
}

function remove(desk: StoreUnderTest, ...recordIds: string[]): string[] {
  const wanted = items(desk, ...recordIds)
  desk.people.acceptDeletes({ items: wanted, at })
  return wanted.map(({ opId }) => opId)
}

const row = (desk: StoreUnderTest, recordId: string) =>
  [...desk.people.pendingPage(first).rows, ...desk.people.usersPage(first).rows].find(
    (each) => each.id === recordId,
  )

const first = {
  sort: 'name',
  descending: false,
  limit: 100,
  direction: 'forward',
  at: null,
} as const

describe('a step on many records', () => {
  it('takes those that are there, tells the others, and takes nothing twice', () => {
    const desk = createStoreUnderTest()
    const there = desk.known()
    const wanted = items(desk, there, id(900))
    const input = { items: wanted, email: null, at }
    const both = { ok: true, value: { accepted: [wanted[0]], gone: [wanted[1]] } }
    expect(desk.people.acceptResends(input)).toEqual(both)
    expect(desk.people.acceptResends(input)).toEqual(both)
    expect(desk.outbox.counts().ready).toBe(1)
  })

  it('takes a thousand in one go', () => {
    const desk = createStoreUnderTest()
    const all = items(desk, ...Array.from({ length: 1000 }, () => desk.known()))
    const done = desk.people.acceptGrants({ items: all, addGroups: [id(1)], addRights: [], at })
    expect(done).toEqual({ ok: true, value: { accepted: all, gone: [] } })
    expect(desk.outbox.counts().ready).toBe(1000)
  })
})

describe('a grant', () => {
  it('is shown on top of what the cloud told, and asks for what it adds only', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const from = desk.feed.cursor()
    const state = stateOf(person(), { groups: [id(1)] })
    const change = { ...changed(recordId, 2, person()), state }
    desk.feed.applyPage({ from, next: 'x', changes: [change] })
    grant(desk, recordId, id(2))
    expect(row(desk, recordId)).toMatchObject({ groups: [id(1), id(2)], rights: [right] })
    expect(desk.only()).toMatchObject({ method: 'grant', set: null, base: null })
  })

  it('joins an earlier one that was never sent', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const opId = grant(desk, recordId, id(1))
    expect(desk.outcome(grant(desk, recordId, id(2)))).toMatchObject({ by: opId })
    const body: unknown = JSON.parse(desk.only().body)
    expect(body).toMatchObject({ opId, addGroups: [id(1), id(2)], addRights: [right] })
  })

  it('follows the creation that it waits behind', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const opId = grant(desk, recordId, id(1))
    desk.update(recordId, { surfaceId: '7' })
    expect(desk.only().opId).toBe(recordId)
    desk.settle({ opId: recordId, kind: 'applied', change: changed(recordId, 1, person()) })
    expect(desk.only().opId).toBe(opId)
  })

  it('goes without the group that has vanished, once a person agrees', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const opId = grant(desk, recordId, id(1))
    desk.only()
    desk.settle({ opId, kind: 'parked', problem: { code: 'group.gone', group: id(1) } })
    const newOpId = desk.mint()
    desk.people.correctParked({ opId, newOpId, fields: person() })
    expect(JSON.parse(desk.only().body)).toMatchObject({ addGroups: [], addRights: [right] })
  })
})

describe('a resend', () => {
  it('shows the corrected address at once and gives it to a creation that was never sent', () => {
    const desk = createStoreUnderTest()
    const made = desk.create()
    const known = desk.known()
    const email = 'right@example.com'
    desk.people.acceptResends({ items: items(desk, made, known), email, at })
    expect([row(desk, made)?.email, row(desk, known)?.email]).toEqual([email, email])
    const bodies = desk.claim().map(({ body }): unknown => JSON.parse(body))
    expect(bodies).toMatchObject([
      { method: 'create', fields: { email } },
      { method: 'resend', recordId: known, email },
    ])
  })

  it('of somebody who has registered meanwhile leaves a notice until it is read', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    desk.people.acceptResends({ items: items(desk, recordId), email: null, at })
    const { opId } = desk.only()
    const onto = { ...changed(recordId, 2, person()), state: stateOf(person(), { kind: 'user' }) }
    desk.settle({ opId, kind: 'discarded', reason: 'registered', onto })
    expect(desk.people.notices()).toMatchObject([
      { opId, recordId, name: 'Aino Salo', method: 'resend', reason: 'registered' },
    ])
    desk.people.dismissNotice(opId)
    expect(desk.people.notices()).toEqual([])
    expect(desk.people.standing([recordId])).toMatchObject([{ kind: 'user', registered: true }])
  })
})

describe('a deletion that is held back', () => {
  it('can be undone, and is then as if it had never been', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const [opId = ''] = remove(desk, recordId)
    expect(desk.people.fields(recordId)).toBeNull()
    expect(desk.outbox.claim({ items: 9, bytes: 9999, skip: new Set([opId]) })).toEqual([])
    expect(desk.people.undoDeletes([opId, id(900)])).toEqual({
      ok: true,
      value: { undone: [opId] },
    })
    expect(desk.people.undoDeletes([opId])).toEqual({ ok: true, value: { undone: [opId] } })
    expect(desk.people.fields(recordId)).toEqual(person())
    expect(desk.outcome(opId)).toMatchObject({ outcome: 'cancelled', reason: 'undone' })
    expect(desk.claim()).toEqual([])
  })

  it('keeps a creation from being sent, which is sent when it is undone', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const [opId = ''] = remove(desk, recordId)
    expect(desk.outbox.claim({ items: 9, bytes: 9999, skip: new Set([opId]) })).toEqual([])
    desk.people.undoDeletes([opId])
    expect(desk.only()).toMatchObject({ opId: recordId, method: 'create' })
  })

  it('is held no longer after a restart: what was never sent vanishes with all that waits for it', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const granted = grant(desk, recordId, id(1))
    const [opId = ''] = remove(desk, recordId)
    expect(desk.claim()).toEqual([])
    expect(desk.outcome(granted)).toMatchObject({ outcome: 'cancelled', by: opId })
    expect(desk.people.undoDeletes([opId])).toEqual({ ok: true, value: { undone: [] } })
    expect(desk.db.prepare('SELECT * FROM record').all()).toEqual([])
  })

  it('cannot be undone once it is on its way', () => {
    const desk = createStoreUnderTest()
    const [opId = ''] = remove(desk, desk.known())
    desk.only()
    expect(desk.people.undoDeletes([opId])).toEqual({ ok: true, value: { undone: [] } })
  })
})

describe('the standing of records', () => {
  it('tells of each that is known what a step depends on', () => {
    const desk = createStoreUnderTest()
    const waiting = desk.create({ firstName: '', lastName: '' })
    const gone = desk.known()
    desk.delete(gone)
    expect(desk.people.standing([gone, waiting, id(900)])).toMatchObject([
      { recordId: gone, deleted: true, inCloud: true, parked: false },
      { recordId: waiting, name: 'aino.salo@example.com', deleted: false, inCloud: false },
    ])
    desk.claim()
    desk.settle({ opId: waiting, kind: 'parked', problem: { code: 'forbidden' } })
    expect(desk.people.standing([waiting])).toMatchObject([{ parked: true }])
  })
})
