import { describe, expect, it } from 'vitest'
import type { Operation } from '../../core/operation.ts'
import { id, person } from './desk-people.ts'
import type { Seen } from './wishes.ts'
import { createEngineUnderTest } from './engine-under-test.ts'
import type { AppliedWish } from './simulated-evidence.ts'
import { heal } from './sync-scenario.ts'
import { type Life, alwaysTrue, trueInTheEnd } from './sync-invariants.ts'

/** A desk and a cloud that agree: one person, created, applied and fetched. */
function evenLife() {
  const desk = createEngineUnderTest()
  const recordId = desk.create({ cardId: '1C78F2BF' })
  desk.settle()
  const wishes = {
    accepted: new Set([recordId]),
    deletedKnowingly: new Set<string>(),
    undone: new Set<string>(),
    givenUp: new Set<string>(),
    givenBack: new Set<string>(),
    saw: new Map<string, Seen>(),
  }
  const life = { wishes, cloud: desk.cloud, desk: desk.evidence() }
  return { desk, recordId, life, store: desk.store }
}

const always = (life: Life) => alwaysTrue(life).map((line) => line.slice(0, 3).trim())
const inTheEnd = (life: Parameters<typeof trueInTheEnd>[0]) =>
  trueInTheEnd(life).map((line) => line.slice(0, 3).trim())

/** The same life, in whose cloud these wishes were applied last. */
function applying(life: Life, ...more: Partial<AppliedWish>[]): Life {
  const { evidence } = life.cloud
  const history = more.map((each) => ({ ...nothing, ...each }))
  const wishes = history.map(({ wish }) => wish)
  const told = {
    ...evidence,
    applied: [...evidence.applied, ...wishes],
    history: [...evidence.history, ...history],
  }
  const queued = new Set([...life.desk.queued, ...wishes.map(({ opId }) => opId)])
  return { ...life, cloud: { ...life.cloud, evidence: told }, desk: { ...life.desk, queued } }
}

const create = (n: number, mark: string): Operation => ({
  opId: id(n),
  method: 'create',
  recordId: id(n),
  fields: person({ additionalInformation: mark }),
})
const nothing: AppliedWish = {
  wish: create(1, ''),
  cards: [null, null],
  registered: false,
  overwrites: [],
}
const of = (method: 'delete' | 'resend', recordId: string): Operation =>
  method === 'delete'
    ? { opId: id(5), method, recordId, ifVersion: 1 }
    : { opId: id(5), method, recordId, email: null }

describe('the checks of a life', () => {
  it('find nothing where everything is in order', () => {
    const { life, store } = evenLife()
    expect([...alwaysTrue(life), ...trueInTheEnd({ ...life, store })]).toEqual([])
  })

  it('I1: find an accepted operation without a fate', () => {
    const { life, store } = evenLife()
    life.wishes.accepted.add(id(77))
    expect(inTheEnd({ ...life, store })).toEqual(['I1'])
  })

  it('I1: find an operation that was given up without a reason', () => {
    const { life, store, recordId } = evenLife()
    for (const reason of ['too old', 'by the person', 'gone']) {
      const discarded = new Map([[id(70), { recordId, reason }]])
      expect(inTheEnd({ ...life, desk: { ...life.desk, discarded }, store })).toEqual(['I1'])
    }
    life.wishes.givenUp.add(id(70))
    const discarded = new Map([[id(70), { recordId, reason: 'by the person' }]])
    expect(inTheEnd({ ...life, desk: { ...life.desk, discarded }, store })).toEqual([])
  })

  it('I13: find what others had set and nobody saw before it was overwritten', () => {
    const { life, store, recordId } = evenLife()
    const overwrites = [{ field: 'firstName', value: 'Else', version: 5 }] as const
    const wish = { opId: id(7), method: 'update', recordId, ifVersion: 1, set: {} } as const
    const done = applying(life, { wish, overwrites })
    const outcomes = new Map([...done.desk.outcomes, [id(7), 'applied']])
    const told = { ...done, desk: { ...done.desk, outcomes }, store }
    expect(inTheEnd(told)).toEqual(['I13'])
    life.wishes.saw.set(id(6), { version: 5, state: {} })
    const successors = new Map([[id(6), id(7)]])
    expect(inTheEnd({ ...told, desk: { ...told.desk, successors } })).toEqual([])
  })

  it('I2: find an operation that was applied twice, and a card with two holders', () => {
    const { life, desk } = evenLife()
    expect(always(applying(life, { wish: create(9, '9') }, { wish: create(9, '9') }))).toEqual([
      'I2',
    ])
    const [record] = desk.cloud.living()
    if (record === undefined) throw new Error('nobody there')
    const cloud = { ...life.cloud, living: () => [record, { ...record, id: id(8) }] }
    expect(always({ ...life, cloud })).toEqual(['I2'])
  })

  it('I3: find wishes out of order, of a record and of a card', () => {
    const { life } = evenLife()
    const later = { opId: id(4), method: 'update', recordId: id(3), ifVersion: 1 } as const
    const set = { additionalInformation: '2' }
    const ofRecord = applying(life, { wish: create(3, '3') }, { wish: { ...later, set } })
    expect(always(ofRecord)).toEqual(['I3'])
    const cards = ['DEADBEEF', null] as const
    const ofCard = applying(
      life,
      { wish: create(3, '3'), cards: [null, 'DEADBEEF'] },
      { wish: create(2, '2'), cards },
    )
    expect(always(ofCard)).toEqual(['I3'])
    // Where a refused move left it nobody could know whose card it was.
    const { wishes } = ofCard
    const left = { ...ofCard, wishes: { ...wishes, givenBack: new Set(['DEADBEEF']) } }
    expect(always(left)).toEqual([])
  })

  it('I4: find what desk and cloud tell differently', () => {
    const { life, store, recordId } = evenLife()
    const unknown = { ...life.desk, outcomes: new Map<string, string>() }
    expect(always({ ...life, desk: unknown })).toEqual(['I4'])
    const invented = new Map([
      [recordId, 'applied'],
      [id(66), 'applied'],
    ])
    const desk = { ...life.desk, outcomes: invented }
    expect(inTheEnd({ ...life, desk, store })).toEqual(['I4'])
    const dropped = { ...life.desk, outcomes: new Map([[recordId, 'discarded']]) }
    expect(inTheEnd({ ...life, desk: dropped, store })).toEqual(['I4'])
  })

  it('I5: find a copy that differs', () => {
    const { life, store, desk, recordId } = evenLife()
    desk.cloud.edit(recordId, { firstName: 'Else' })
    expect(inTheEnd({ ...life, store })).toEqual(['I5', 'I5'])
    const there = evenLife()
    there.desk.cloud.erase(there.recordId)
    expect(inTheEnd({ ...there.life, store: there.store })).toEqual(['I5', 'I5'])
    const groups = new Map([[id(1), [id(2)]]])
    const other = evenLife()
    const evidence = { ...other.life.desk, groups }
    expect(inTheEnd({ ...other.life, desk: evidence, store: other.store })).toEqual(['I5'])
  })

  it('I7: find a queue that does not drain', () => {
    const { desk } = evenLife()
    desk.create()
    const stuck = { ...desk, round: () => 60_000, store: () => desk.store, wish: () => {} }
    expect(heal(stuck, desk.cloud)).toBe(false)
  })

  it('I8: find a key with two meanings', () => {
    const { life, recordId } = evenLife()
    const evidence = { ...life.cloud.evidence, reusedKeys: [recordId] }
    expect(always({ ...life, cloud: { ...life.cloud, evidence } })).toEqual(['I8'])
  })

  it('I11: find what was taken back and happened', () => {
    const { life } = evenLife()
    life.wishes.undone.add(id(5))
    expect(always(applying(life, { wish: of('delete', id(3)) }))).toEqual(['I11'])
  })

  it('I12: find a registered person who was deleted or mailed, unless that person was meant', () => {
    const { life } = evenLife()
    const deleted = applying(life, { wish: of('delete', id(3)), registered: true })
    expect(always(deleted)).toEqual(['I12'])
    expect(always(applying(life, { wish: of('resend', id(3)), registered: true }))).toEqual(['I12'])
    life.wishes.deletedKnowingly.add(id(3))
    expect(always(deleted)).toEqual([])
  })
})
