import { describe, expect, it } from 'vitest'
import {
  type StoreUnderTest,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'

function parkedCreate(desk: StoreUnderTest, code: 'schema' | 'card.required' = 'schema') {
  const recordId = desk.create({ firstName: 'Ada' })
  const { opId } = desk.only()
  const problem = code === 'schema' ? { code, field: 'fields.x' } : { code }
  desk.settle({ opId, kind: 'parked', problem })
  return { recordId, opId }
}

const anew = (desk: StoreUnderTest, version: string) => desk.people.encodeAnew(version, desk.mint)
const sent = (count: number) => ({ ok: true, value: { sent: count } })

describe('an update of the program', () => {
  it('sends what the cloud could not read again, under a new key', () => {
    const desk = createStoreUnderTest()
    anew(desk, '1.0.0')
    const { opId, recordId } = parkedCreate(desk)
    expect(anew(desk, '1.0.0')).toEqual(sent(0))
    expect(desk.people.parked()).toHaveLength(1)
    expect(anew(desk, '1.1.0')).toEqual(sent(1))
    const again = desk.only()
    expect([again.recordId, again.opId === opId]).toEqual([recordId, false])
    expect(desk.outcome(opId)).toMatchObject({ outcome: 'superseded' })
  })

  it('does so once for each version: what is still not read waits for a person', () => {
    const desk = createStoreUnderTest()
    anew(desk, '1.0.0')
    parkedCreate(desk)
    anew(desk, '1.1.0')
    const { opId } = desk.only()
    desk.settle({ opId, kind: 'parked', problem: { code: 'schema', field: 'fields.x' } })
    expect(anew(desk, '1.1.0')).toEqual(sent(0))
    expect(anew(desk, '1.0.0')).toEqual(sent(0))
    expect(desk.people.parked()).toHaveLength(1)
  })

  it('leaves a change to a person: others may have changed the same meanwhile', () => {
    const desk = createStoreUnderTest()
    const opId = desk.update(desk.known(), { firstName: 'Augusta' })
    desk.only()
    desk.settle({ opId, kind: 'parked', problem: { code: 'schema', field: 'set.x' } })
    expect(anew(desk, '1.1.0')).toEqual(sent(0))
    expect(desk.people.parked()).toHaveLength(1)
  })

  it('leaves every other refusal to a person', () => {
    const desk = createStoreUnderTest()
    parkedCreate(desk, 'card.required')
    expect(anew(desk, '1.1.0')).toEqual(sent(0))
    expect(desk.people.parked()).toHaveLength(1)
  })
})
