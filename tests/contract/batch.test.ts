import { v7 } from 'uuid'
import { batchLimits } from '../../contracts/cloud-api.ts'
import { describe, expect, it } from 'vitest'
import { appliedChange, createOf, deleteOf, updateOf } from '../support/cloud-desk.ts'
import { latest } from '../support/cloud-invitations.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const desk = await cloud.signIn()

describe('a batch', () => {
  it('makes a user at once of a name and a card without email', async () => {
    const item = createOf({ firstName: 'Ada', lastName: 'Byron', cardId: '04112233445566' })
    const [result] = await desk.send(item)
    expect(appliedChange(result)).toMatchObject({
      id: item.recordId,
      version: 1,
      deleted: false,
      opId: item.opId,
      state: { kind: 'user', inviteSentAt: null, cardId: '04112233445566', groups: [] },
    })
  })

  it('makes a pending invitation of an email', async () => {
    const [result] = await desk.send(createOf({ email: 'grace@example.com' }))
    const { state } = appliedChange(result)
    expect(state).toMatchObject({ kind: 'invitation', email: 'grace@example.com' })
    expect(state?.inviteSentAt).toBe(state?.createdAt)
  })

  it('gives the same answer again and changes nothing when the answer was lost', async () => {
    const item = createOf({ firstName: 'Lost', cardId: 'AA000001' })
    const [first] = await desk.send(item)
    const before = await latest(desk, item.recordId)
    expect(before?.version).toBe(1)
    const [again] = await desk.send(item)
    expect(first).toMatchObject({ outcome: 'applied', replayed: false })
    expect(again).toEqual({ ...first, replayed: true })
    expect(await latest(desk, item.recordId)).toEqual(before)
  })

  it('answers an item that is twice in it once for real and once from the ledger', async () => {
    const item = createOf({ firstName: 'Twice' })
    const results = await desk.send(item, item)
    expect(results.map((result) => result.outcome === 'applied' && result.replayed)).toEqual([
      false,
      true,
    ])
  })

  it('never lets one key carry two byte strings', async () => {
    const item = createOf({ firstName: 'One' })
    await desk.send(item)
    const [other] = await desk.send({ ...item, fields: { ...item.fields, firstName: 'Two' } })
    expect(other).toMatchObject({ outcome: 'refused', problem: { code: 'key.reuse' } })
  })

  it('is not sunk by an item that tries to reach the prototype of objects', async () => {
    const good = createOf({ firstName: 'Good' })
    const bad = { ...createOf({ firstName: 'Bad' }), recordId: JSON.parse('{"__proto__":{"a":1}}') }
    const results = await desk.send(good, bad)
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'refused'])
  })

  it('is not sunk by a text that no database keeps, wherever it stands', async () => {
    const good = createOf({ firstName: 'Good', cardId: 'AA0000B1' })
    const half = 'x\udfffy'
    const inName = createOf({ firstName: half })
    const at = '2026-11-23T08:00:00.000Z'
    const inReader = { ...createOf({ cardId: 'AA0000B2' }), context: { at, reader: half } }
    const [first, second, third] = await desk.send(inReader, inName, good)
    expect([first, second]).toMatchObject([
      { outcome: 'refused', problem: { code: 'schema', field: 'context.reader' } },
      { outcome: 'refused', problem: { code: 'schema', field: 'fields.firstName' } },
    ])
    expect(appliedChange(third)).toMatchObject({ version: 1 })
  })

  it('takes as much as it says, and no more', async () => {
    const few = { ...createOf({}), recordId: 'none' }
    const many = Array.from({ length: batchLimits.itemsUnderBacklog }, () => ({
      ...few,
      opId: v7(),
    }))
    expect(await desk.send(...many)).toHaveLength(many.length)
    await expect(desk.send(...many, few)).rejects.toThrow('"field":"items"')
    const long = createOf({ firstName: 'Long', additionalInformation: 'x'.repeat(5000) })
    const large = { ...createOf({ firstName: 'Large' }), extra: 'x'.repeat(batchLimits.itemBytes) }
    const [taken, refused] = await desk.send(long, large)
    expect(taken).toMatchObject({ outcome: 'applied' })
    expect(refused).toMatchObject({ problem: { code: 'schema', field: 'item' } })
  })

  it('is not sunk by a bad item, which is refused with the path of its field', async () => {
    const good = createOf({ firstName: 'Good' })
    const bad = createOf({ firstName: 'Bad', email: 'not an address' })
    const strange = { ...createOf({ firstName: 'Strange' }), colour: 'red' }
    const nameless = createOf({})
    const noMethod = { opId: v7(), method: 'explode' }
    const results = await desk.send(bad, strange, good, nameless, noMethod)
    const byKey = new Map(results.map((result) => [result.opId, result]))
    expect(byKey.get(good.opId)?.outcome).toBe('applied')
    const field = (opId: string) => {
      const result = byKey.get(opId)
      return result?.outcome === 'refused' && result.problem.code === 'schema'
        ? result.problem.field
        : result
    }
    expect(field(bad.opId)).toBe('fields.email')
    expect(field(strange.opId)).toBe('colour')
    expect(field(nameless.opId)).toBe('fields.firstName')
    expect(field(noMethod.opId)).toBe('method')
  })

  it('answers a refusal again from the ledger, although it would pass by now', async () => {
    const [holder] = await desk.send(createOf({ firstName: 'Holder', cardId: 'AA000002' }))
    const late = createOf({ firstName: 'Late', cardId: 'AA000002' })
    const [refused] = await desk.send(late)
    await desk.send(deleteOf(appliedChange(holder).id, 1))
    expect((await desk.send(late))[0]).toEqual(refused)
    const corrected = { ...late, opId: v7() }
    expect(appliedChange((await desk.send(corrected))[0]).id).toBe(late.recordId)
  })

  it('refuses a card whose number is random or a part, but not one that is held already', async () => {
    const [random, partial, good] = await desk.send(
      createOf({ firstName: 'Phone', cardId: '083D775E' }),
      createOf({ firstName: 'Half', cardId: '8804C43B' }),
      createOf({ firstName: 'Whole', cardId: 'AA000009' }),
    )
    expect(random).toMatchObject({ problem: { code: 'card.refused', reason: 'random' } })
    expect(partial).toMatchObject({ problem: { code: 'card.refused', reason: 'partial' } })
    const { id } = appliedChange(good)
    const [changed] = await desk.send(updateOf(id, 1, { cardId: '083D775E' }))
    expect(changed).toMatchObject({ problem: { code: 'card.refused', reason: 'random' } })
  })

  it('says who holds a card, and names nobody twice for one email in any case', async () => {
    const [holder] = await desk.send(
      createOf({ firstName: 'Has', lastName: 'Both', cardId: 'AA000003', email: 'Both@x.example' }),
    )
    const { id } = appliedChange(holder)
    const problem = { holder: { id, name: 'Has Both' } }
    const [card, email] = await desk.send(
      createOf({ firstName: 'A', cardId: 'AA000003' }),
      createOf({ email: 'bOTH@X.example' }),
    )
    expect(card).toMatchObject({ problem: { code: 'card.taken', ...problem } })
    expect(email).toMatchObject({ problem: { code: 'email.taken', ...problem } })
  })
})

describe('a change of a record', () => {
  it('applies to the version that the desk saw and to no other', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Vera' }))
    const { id } = appliedChange(made)
    const [updated] = await desk.send(updateOf(id, 1, { organization: 'Gate 1' }))
    expect(appliedChange(updated)).toMatchObject({ version: 2, state: { organization: 'Gate 1' } })
    const [stale] = await desk.send(updateOf(id, 1, { organization: 'Gate 2' }))
    expect(stale).toMatchObject({
      problem: { code: 'stale', current: { version: 2, state: { organization: 'Gate 1' } } },
    })
  })

  it('leaves a tombstone without anything about the person, and is gone afterwards', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Gone', cardId: 'AA000004' }))
    const { id } = appliedChange(made)
    const [erased] = await desk.send(deleteOf(id, 1))
    expect(appliedChange(erased)).toMatchObject({ version: 2, deleted: true, state: null })
    const results = await desk.send(
      updateOf(id, 2, { firstName: 'Back' }),
      deleteOf(id, 2),
      updateOf(v7(), 1, {}),
      { ...createOf({ firstName: 'Back' }, id), opId: v7() },
    )
    expect(results.map((result) => result.outcome === 'refused' && result.problem.code)).toEqual([
      'gone',
      'gone',
      'gone',
      'gone',
    ])
    const [freed] = await desk.send(createOf({ firstName: 'Next', cardId: 'AA000004' }))
    expect(freed?.outcome).toBe('applied')
  })

  it('turns a user without email into an invitation when an email comes, and back', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Emil' }))
    const { id } = appliedChange(made)
    const [invited] = await desk.send(updateOf(id, 1, { email: 'emil@example.com' }))
    const { state } = appliedChange(invited)
    expect(state?.kind).toBe('invitation')
    expect(state?.inviteSentAt).not.toBeNull()
    const [back] = await desk.send(updateOf(id, 2, { email: null }))
    expect(appliedChange(back).state).toMatchObject({ kind: 'user', inviteSentAt: null })
    const [nameless] = await desk.send(updateOf(id, 3, { firstName: '' }))
    expect(nameless).toMatchObject({ problem: { code: 'schema', field: 'set.firstName' } })
  })

  it('answers a second creation of a record with the record that is there', async () => {
    const [made] = await desk.send(createOf({ firstName: 'First' }))
    const { id } = appliedChange(made)
    const [second] = await desk.send({ ...createOf({ firstName: 'Second' }, id), opId: v7() })
    expect(second).toMatchObject({ problem: { code: 'stale', current: { id, version: 1 } } })
  })
})
