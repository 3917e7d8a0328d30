import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

describe('sending', () => {
  it('delivers what was accepted, settles it and fetches what the cloud made of it', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    desk.settle()
    expect(desk.cloud.living().map((record) => record.id)).toEqual([id])
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.status()).toMatchObject({ channel: 'idle', waiting: 0, sending: 0, attention: 0 })
    expect(desk.store.feed.cursor()).toBe(desk.cloud.digest().cursor)
  })

  it('repeats the same bytes under the same key after a crash', () => {
    const desk = createEngineUnderTest()
    desk.create()
    const before = desk.askedFor('batch')
    desk.restart()
    expect(desk.askedFor('batch').items).toEqual(before.items)
  })

  it('is applied once when the reply is lost', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    const request = desk.askedFor('batch')
    desk.cloud.batch(request.items)
    desk.refuse(request, fail('network'))
    const again = desk.askedFor('batch')
    expect(again.items).toEqual(request.items)
    desk.reply(again)
    expect(desk.cloud.evidence.applied.map((wish) => wish.opId)).toEqual([id])
  })

  it('sends again only what the answer left out, in whatever order it came', () => {
    const desk = createEngineUnderTest()
    const ids = [desk.create(), desk.create(), desk.create()]
    const request = desk.askedFor('batch')
    const { results } = desk.cloud.batch(request.items)
    const told = [...results.slice(1).toReversed(), ...results.slice(1)]
    desk.engine().done({ kind: 'batch', result: ok({ results: told }) })
    expect(desk.askedFor('batch').items).toEqual(request.items.slice(0, 1))
    expect(ids).toHaveLength(3)
  })

  it('keeps the order per record: a change waits for the creation before it', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    const creation = desk.askedFor('batch')
    desk.update(id, { firstName: 'Augusta' })
    desk.refuse(creation, fail('network'))
    const again = desk.askedFor('batch')
    expect(again.items).toEqual(creation.items)
    desk.reply(again)
    expect(desk.askedFor('batch').items).toHaveLength(1)
  })

  it('merges with what others changed in other fields', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    desk.settle()
    desk.cloud.edit(id, { organization: 'Analytical Engines' })
    desk.update(id, { firstName: 'Augusta' })
    desk.settle()
    expect(desk.store.people.fields(id)).toMatchObject({
      firstName: 'Augusta',
      organization: 'Analytical Engines',
    })
    expect(desk.store.outbox.counts()).toMatchObject({ ready: 0, parked: 0 })
  })

  it('leaves it to a person when others changed the same field', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    desk.settle()
    desk.cloud.edit(id, { firstName: 'Anna' })
    desk.update(id, { firstName: 'Augusta' })
    const batch = desk.askedFor('batch')
    desk.reply(batch)
    expect(desk.store.people.parked()[0]?.problem).toMatchObject({
      code: 'conflict.field',
      fields: ['firstName'],
    })
    expect(desk.status().attention).toBe(1)
  })

  it('never steals a card, and a parked item blocks nobody else', () => {
    const desk = createEngineUnderTest()
    const holder = desk.create({ cardId: '1C78F2BF' })
    desk.settle()
    desk.create({ cardId: '1C78F2BF' })
    const other = desk.create()
    desk.settle()
    expect(desk.cloud.holderOf('1C78F2BF')?.id).toBe(holder)
    expect(desk.store.people.parked().map((row) => row.problem.code)).toEqual(['card.taken'])
    expect(desk.evidence().outcomes.get(other)).toBe('applied')
  })

  it('parks an answer that it cannot read, and drops nothing', () => {
    const desk = createEngineUnderTest()
    const opId = desk.create()
    desk.askedFor('batch')
    const results = [{ opId, outcome: 'unreadable' as const }]
    desk.engine().done({ kind: 'batch', result: ok({ results }) })
    expect(desk.store.people.parked().map((row) => row.problem.code)).toEqual(['client.bug'])
  })

  it('takes larger batches while a backlog waits', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 2_101; n += 1) desk.create()
    const first = desk.askedFor('batch')
    expect(first.items).toHaveLength(500)
    expect(first.timeoutMs).toBe(15_000 + 50 * 500)
    desk.reply(first)
    expect(desk.askedFor('batch').items).toHaveLength(100)
  })
})
