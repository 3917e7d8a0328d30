import { describe, expect, it } from 'vitest'
import { at, changed, person, tombstone } from '../../tests/support/desk-people.ts'
import { appliedItem, createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

describe('claiming', () => {
  it('freezes the bytes: what is sent again is what was sent', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ firstName: 'Aino' }, 3)
    desk.update(recordId, { organization: 'Desk' })
    const first = desk.only()
    desk.outbox.recover()
    const from = desk.feed.cursor()
    const changes = [changed(recordId, 7, person({ firstName: 'Aina' }))]
    desk.feed.applyPage({ from, next: 'later', changes })
    const again = desk.only()
    expect(again.body).toBe(first.body)
    expect([first.attempts, again.attempts]).toEqual([1, 2])
  })

  it('is undone with what was settled in the same step', () => {
    const desk = createStoreUnderTest()
    const first = desk.create()
    desk.only()
    desk.create()
    const fails = () =>
      desk.outbox.atOnce(() => {
        desk.settle({ opId: first, kind: 'applied', change: changed(first, 1, person()) })
        desk.only()
        throw new Error('the disk')
      })
    expect(fails).toThrow('the disk')
    expect(desk.outbox.counts()).toEqual({ ready: 1, inflight: 1, parked: 0 })
  })

  it('takes one operation per record and per card, in the person’s order', () => {
    const desk = createStoreUnderTest()
    const [a, b] = [desk.known({ cardId: '11111111' }), desk.known()]
    const give = desk.update(a, { cardId: null })
    const take = desk.update(b, { cardId: '11111111' })
    const other = desk.create({ cardId: '22222222' })
    expect(desk.claim().map((item) => item.opId)).toEqual([give, other])
    expect(desk.claim()).toEqual([])
    desk.settle({ opId: give, kind: 'applied', change: changed(a, 2, person()) })
    expect(desk.only().opId).toBe(take)
  })

  it('lets nothing pass a parked operation on its record or card, and everything else go', () => {
    const desk = createStoreUnderTest()
    const parked = desk.create({ cardId: '11111111' })
    desk.only()
    desk.settle({ opId: parked, kind: 'parked', problem: { code: 'forbidden' } })
    desk.create({ cardId: '11111111' })
    desk.update(parked, { firstName: 'Aina' })
    const free = desk.create({ cardId: '22222222' })
    expect(desk.only().opId).toBe(free)
  })

  it('leaves out what waits for itself, without letting others of its keys pass', () => {
    const desk = createStoreUnderTest()
    const waiting = desk.create({ cardId: '11111111' })
    desk.create({ cardId: '11111111' })
    const free = desk.create()
    const claimed = desk.outbox.claim({ items: 9, bytes: 9999, skip: new Set([waiting]) })
    expect(claimed.map((item) => item.opId)).toEqual([free])
  })

  it('keeps to the limits of a batch, but always takes one', () => {
    const desk = createStoreUnderTest()
    const all = Array.from({ length: 5 }, () => desk.create())
    const bytes = Buffer.byteLength(desk.claim(1)[0]?.body ?? '')
    desk.outbox.recover()
    const opIds = (limits: { items: number; bytes: number }) => {
      const claimed = desk.outbox.claim({ ...limits, skip: new Set() })
      desk.outbox.recover()
      return claimed.map((item) => item.opId)
    }
    expect(opIds({ items: 2, bytes: 99_999 })).toEqual(all.slice(0, 2))
    expect(opIds({ items: 9, bytes: 3 * bytes })).toEqual(all.slice(0, 3))
    expect(opIds({ items: 9, bytes: 1 })).toEqual(all.slice(0, 1))
  })

  it('parks and shows a row that cannot be read, and goes on behind it', () => {
    const desk = createStoreUnderTest()
    const broken = desk.create()
    const fine = desk.create()
    desk.db.prepare<[string]>("UPDATE outbox SET wish = 'x' WHERE op_id = ?").run(broken)
    expect(desk.only().opId).toBe(fine)
    expect(desk.people.parked()).toMatchObject([
      { opId: broken, fields: person(), problem: { code: 'client.bug' } },
    ])
  })

  it('parks frozen bytes that changed instead of sending others under the same key', () => {
    const desk = createStoreUnderTest()
    const opId = desk.create()
    desk.only()
    desk.outbox.recover()
    desk.db.prepare("UPDATE outbox SET item = replace(item, 'Aino', 'Eino')").run()
    expect(desk.claim()).toEqual([])
    expect(desk.people.parked()).toMatchObject([{ opId, problem: { code: 'client.bug' } }])
  })

  it('tells an update’s wish and what it was made against', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 4)
    desk.update(recordId, { organization: 'After' })
    const item = desk.only()
    expect(item).toMatchObject({ set: { organization: 'After' }, method: 'update' })
    expect(item.base).toEqual(person({ organization: 'Before' }))
    expect(JSON.parse(item.body)).toMatchObject({ ifVersion: 4 })
  })

  it('goes onto a newer version when others changed other fields', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 4)
    desk.update(recordId, { organization: 'After' })
    const from = desk.feed.cursor()
    const theirs = person({ organization: 'Before', firstName: 'Aina' })
    desk.feed.applyPage({ from, next: 'x', changes: [changed(recordId, 6, theirs)] })
    expect(JSON.parse(desk.only().body)).toMatchObject({ ifVersion: 6 })
  })

  it('never overwrites silently what others set in the same field since the person saw it', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 4)
    desk.update(recordId, { organization: 'Mine' })
    const from = desk.feed.cursor()
    const theirs = person({ organization: 'Theirs' })
    desk.feed.applyPage({ from, next: 'x', changes: [changed(recordId, 6, theirs)] })
    const item = desk.only()
    expect(JSON.parse(item.body)).toMatchObject({ ifVersion: 4 })
    expect(item.base).toMatchObject({ organization: 'Before' })
  })

  it('asks with the version that was seen where it is not known what is there now', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'Before' }, 4)
    desk.update(recordId, { organization: 'Mine' })
    const from = desk.feed.cursor()
    desk.feed.applyPage({ from, next: 'x', changes: [tombstone(recordId, 6)] })
    expect(JSON.parse(desk.only().body)).toMatchObject({ ifVersion: 4 })
  })

  it('takes its own earlier change for no change by others', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ organization: 'One' }, 4)
    desk.update(recordId, { organization: 'Two' })
    const first = desk.only()
    desk.update(recordId, { organization: 'Three' })
    desk.settle({
      opId: first.opId,
      kind: 'applied',
      change: changed(recordId, 5, person({ organization: 'Two' })),
    })
    const second = desk.only()
    expect(JSON.parse(second.body)).toMatchObject({ ifVersion: 5 })
    expect(second.base).toMatchObject({ organization: 'Two' })
  })

  it('changes a record with the version that its own creation made', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const creation = desk.only()
    desk.update(recordId, { organization: 'Desk' })
    expect(desk.claim()).toEqual([])
    desk.settle(appliedItem(creation, desk, 1))
    expect(JSON.parse(desk.only().body)).toMatchObject({ method: 'update', ifVersion: 1 })
  })

  it('deletes the invitation that was seen, whoever has registered meanwhile', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 2)
    desk.delete(recordId)
    const registered = { kind: 'user', registeredAt: at } as const
    const changes = [changed(recordId, 5, person(), registered)]
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'later', changes })
    expect(JSON.parse(desk.only().body)).toMatchObject({ method: 'delete', ifVersion: 2 })
  })

  it('deletes a user who was seen as one', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({}, 2)
    const registered = { kind: 'user', registeredAt: at } as const
    const changes = [changed(recordId, 5, person(), registered)]
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'later', changes })
    desk.delete(recordId)
    expect(JSON.parse(desk.only().body)).toMatchObject({ method: 'delete', ifVersion: 5 })
  })
})
