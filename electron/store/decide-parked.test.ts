import { describe, expect, it } from 'vitest'
import { at, changed, id, person } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'
import type { Decision } from './desk-store.ts'

const [vanished, other] = [id(1), id(2)]

/** So many people whose new group has vanished in the cloud. */
function parkedGrants(count: number, groups: readonly string[] = [vanished]) {
  const desk = createStoreUnderTest()
  const people = Array.from({ length: count }, () => desk.known())
  const items = people.map((recordId) => ({ opId: desk.mint(), recordId }))
  desk.people.acceptGrants({ items, addGroups: [...groups], addRights: [], at })
  for (const { opId } of desk.claim(count)) {
    desk.settle({ opId, kind: 'parked', problem: { code: 'group.gone', group: vanished } })
  }
  return { desk, opIds: items.map(({ opId }) => opId), people }
}

const decide = (desk: StoreUnderTest, opIds: readonly string[], more: Partial<Decision> = {}) =>
  desk.people.decideParked(
    opIds.map((opId) => ({ opId, newOpId: desk.mint(), fields: person(), group: null, ...more })),
  )

describe('one decision for many', () => {
  it('gives all of them another group in place of the one that has vanished', () => {
    const { desk, opIds } = parkedGrants(40, [vanished, id(3)])
    expect(decide(desk, opIds, { group: other })).toEqual({ ok: true, value: { decided: 40 } })
    expect(desk.people.parked()).toEqual([])
    const bodies = desk.claim(40).map(({ body }): unknown => JSON.parse(body))
    expect(bodies).toHaveLength(40)
    for (const body of bodies) expect(body).toMatchObject({ addGroups: [id(3), other] })
    for (const opId of opIds) expect(desk.outcome(opId)).toMatchObject({ outcome: 'superseded' })
  })

  it('lets nothing be sent where only the vanished group was to be given', () => {
    const { desk, opIds } = parkedGrants(3)
    decide(desk, opIds)
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    for (const opId of opIds) expect(desk.outcome(opId)).toMatchObject({ outcome: 'superseded' })
  })

  it('gives all of them up, each with a note, and frees what waited behind', () => {
    const { desk, opIds, people } = parkedGrants(3)
    for (const recordId of people) desk.update(recordId, { surfaceId: '7' })
    decide(desk, opIds, { fields: null })
    expect(desk.claim(9)).toHaveLength(3)
    for (const opId of opIds) expect(desk.outcome(opId)).toMatchObject({ outcome: 'discarded' })
  })

  it('sends what an older cloud could not read again, whole and under a new key', () => {
    const desk = createStoreUnderTest()
    const item = { opId: desk.mint(), recordId: desk.known() }
    desk.people.acceptGrants({ items: [item], addGroups: [other], addRights: [], at })
    desk.only()
    const problem = { code: 'schema', field: 'addGroups' } as const
    desk.settle({ opId: item.opId, kind: 'parked', problem })
    decide(desk, [item.opId])
    const again = desk.only()
    expect(again.opId).not.toBe(item.opId)
    expect(JSON.parse(again.body)).toMatchObject({ method: 'grant', addGroups: [other] })
  })

  it('passes over those that were decided before: twice is once', () => {
    const { desk, opIds } = parkedGrants(2)
    decide(desk, opIds.slice(0, 1), { group: other })
    expect(decide(desk, opIds, { group: other })).toEqual({ ok: true, value: { decided: 1 } })
    expect(decide(desk, opIds, { group: other })).toEqual({ ok: true, value: { decided: 0 } })
    expect(desk.outbox.counts()).toMatchObject({ ready: 2, parked: 0 })
  })
})

describe('mine or theirs', () => {
  it('sends mine on the version that was shown, or nothing where theirs was all there was', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    const opId = desk.update(recordId, { lastName: 'Mine' })
    desk.only()
    const current = changed(recordId, 5, person({ lastName: 'Theirs' }))
    const fields = ['lastName']
    desk.settle({ opId, kind: 'parked', problem: { code: 'conflict.field', fields, current } })
    const [row] = desk.people.parked()
    expect(row?.fields.lastName).toBe('Mine')
    const mine = desk.mint()
    desk.people.decideParked([{ opId, newOpId: mine, fields: row?.fields ?? null, group: null }])
    expect(JSON.parse(desk.only().body)).toMatchObject({ ifVersion: 5, set: { lastName: 'Mine' } })

    desk.settle({
      opId: mine,
      kind: 'parked',
      problem: { code: 'conflict.field', fields, current },
    })
    decide(desk, [mine], { fields: person({ lastName: 'Theirs' }) })
    expect(desk.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
  })
})
