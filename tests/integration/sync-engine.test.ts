import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

const hourMs = 3_600_000
const idOf = (n: number) => `019ab111-0000-7000-8000-00000000000${n}`

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

describe('trouble on the way', () => {
  it('is told as offline, waits with jitter and heals by itself', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.refuse(desk.askedFor('batch'), fail('network'))
    expect(desk.status()).toMatchObject({ channel: 'offline', waiting: 1, retryInMs: 500 })
    expect(desk.engine().next()).toEqual({ request: null, wakeInMs: 500 })
    desk.reply(desk.askedFor('batch'))
    expect(desk.status()).toMatchObject({ channel: 'idle', waiting: 0 })
  })

  it('waits as long as the cloud asks, at most an hour, unless a person does not want to', () => {
    const desk = createEngineUnderTest()
    desk.create()
    const pause = fail('rate-limited' as const, { detail: { retryAfterMs: 1e12 } })
    desk.refuse(desk.askedFor('batch'), pause)
    desk.engine().nudge('accepted')
    expect(desk.engine().next().wakeInMs).toBe(hourMs)
    desk.engine().nudge('sync-now')
    expect(desk.engine().next().request?.kind).toBeTypeOf('string')
  })

  it.each(['not-a-cloud', 'tls', 'unavailable', 'internal', 'forbidden'] as const)(
    '%s is trouble, and nothing is lost by it',
    (code) => {
      const desk = createEngineUnderTest()
      const id = desk.create()
      desk.refuse(desk.askedFor('batch'), fail(code))
      expect(desk.status()).toMatchObject({ channel: 'trouble', waiting: 1 })
      desk.engine().nudge('sync-now')
      desk.settle()
      expect(desk.evidence().outcomes.get(id)).toBe('applied')
    },
  )

  it('asks for a sign-in, keeps accepting and goes on after it', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.refuse(desk.askedFor('batch'), fail('token.invalid'))
    desk.create()
    expect(desk.engine().next()).toEqual({ request: null, wakeInMs: null })
    expect(desk.status()).toMatchObject({ channel: 'sign-in-needed', waiting: 2, retryInMs: null })
    desk.engine().nudge('signed-in')
    desk.settle()
    expect(desk.cloud.living()).toHaveLength(2)
  })

  it('looks again rarely when versions differ', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.refuse(desk.askedFor('batch'), fail('upgrade'))
    expect(desk.status().channel).toBe('upgrade-needed')
    expect(desk.engine().next().wakeInMs).toBe(300_000)
  })

  it('halves a batch that is too large, at once', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 8; n += 1) desk.create()
    let sizes: number[] = []
    for (;;) {
      const request = desk.askedFor('batch')
      sizes = [...sizes, request.items.length]
      if (request.items.length <= 2) {
        desk.reply(request)
        break
      }
      desk.refuse(request, fail('too-large'))
      expect(desk.status().channel).not.toBe('trouble')
    }
    expect(sizes.at(-1)).toBeLessThanOrEqual(2)
    desk.settle()
    expect(desk.cloud.living()).toHaveLength(8)
  })

  it('risks one item after three failures', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 5; n += 1) desk.create()
    for (let n = 0; n < 3; n += 1) desk.refuse(desk.asked(), fail('network'))
    let probe = desk.asked()
    while (probe.kind !== 'batch') {
      desk.refuse(probe, fail('network'))
      probe = desk.asked()
    }
    expect(probe.items).toHaveLength(1)
    desk.reply(probe)
    expect(desk.askedFor('batch').items).toHaveLength(4)
  })

  it('gets everything else past an item that breaks every request it is part of', () => {
    const desk = createEngineUnderTest()
    const poison = desk.create()
    for (let n = 0; n < 5; n += 1) desk.create()
    const { queued } = desk.evidence()
    expect(queued.size).toBe(6)
    for (let n = 0; n < 40 && desk.cloud.living().length < 5; n += 1) {
      const request = desk.askedFor('batch')
      if (request.items.some((item) => item.includes(poison)))
        desk.refuse(request, fail('internal'))
      else desk.reply(request)
    }
    expect(desk.cloud.living()).toHaveLength(5)
    expect([...desk.evidence().queued]).toEqual([poison])
    desk.reply(desk.askedFor('batch'))
    expect(desk.cloud.living()).toHaveLength(6)
  })

  it('does not care what the wall clock says', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.refuse(desk.askedFor('batch'), fail('network'))
    desk.time.wallMs += 10 * 24 * hourMs
    expect(desk.engine().next().wakeInMs).toBe(500)
    desk.time.wallMs -= 20 * 24 * hourMs
    expect(desk.engine().next().wakeInMs).toBe(500)
    desk.settle()
    desk.sleep(500)
    desk.settle()
    expect(desk.cloud.living()).toHaveLength(1)
  })

  it('survives a full disk between the reply and its settlement, and is applied once', () => {
    const desk = createEngineUnderTest()
    const id = desk.create()
    const request = desk.askedFor('batch')
    desk.disk.fails = true
    desk.reply(request)
    expect(desk.status().channel).toBe('trouble')
    expect(desk.reports.map((event) => event.kind)).toContain('store-failed')
    desk.disk.fails = false
    const again = desk.askedFor('batch')
    expect(again.items).toEqual(request.items)
    desk.reply(again)
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.cloud.evidence.applied).toHaveLength(1)
  })

  it('asks nothing while it is paused', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.engine().setPaused(true)
    expect(desk.engine().next()).toEqual({ request: null, wakeInMs: null })
    expect(desk.status()).toMatchObject({ channel: 'paused', waiting: 1 })
    desk.engine().setPaused(false)
    desk.settle()
    expect(desk.cloud.living()).toHaveLength(1)
  })
})

describe('fetching', () => {
  const fields = {
    email: 'grace@example.com',
    role: 'user' as const,
    firstName: 'Grace',
    lastName: 'Hopper',
    organization: '',
    additionalInformation: '',
    cardId: null,
    surfaceId: '',
  }

  it('follows the feed page by page, then every 30 seconds and on focus', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 8; n += 1) desk.cloud.create(idOf(n), fields)
    desk.settle()
    expect(desk.store.people.fields(idOf(7))).toEqual(fields)
    expect(desk.engine().next()).toEqual({ request: null, wakeInMs: 30_000 })
    desk.engine().nudge('focus')
    expect(desk.engine().next().request?.kind).toBe('changes')
  })

  it('ignores a page that does not follow its own cursor', () => {
    const desk = createEngineUnderTest()
    desk.cloud.create(idOf(1), fields)
    const request = desk.askedFor('changes')
    const stray = desk.cloud.changes(null, 3)
    if (stray === 'cursor.expired') throw new Error('unexpected')
    desk.engine().done({ kind: 'changes', result: ok({ ...stray, from: 'elsewhere' }) })
    expect(request.cursor).toBeNull()
    expect(desk.store.feed.cursor()).toBeNull()
    expect(desk.askedFor('changes').cursor).toBeNull()
  })

  it('takes a snapshot when its cursor has expired, and leaves the queue alone', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 5; n += 1) desk.cloud.create(idOf(n), fields)
    desk.settle()
    desk.cloud.erase(idOf(0))
    desk.cloud.create(idOf(6), fields)
    desk.cloud.forgetFeed()
    const mine = desk.create()
    desk.engine().nudge('focus')
    const snapshot = desk.askedFor('snapshot')
    expect(snapshot.after).toBeNull()
    desk.reply(snapshot)
    desk.settle()
    expect(desk.store.people.fields(idOf(0))).toBeNull()
    expect(desk.store.people.fields(idOf(6))).toEqual(fields)
    expect(desk.evidence().outcomes.get(mine)).toBe('applied')
    expect(desk.store.people.fields(mine)?.firstName).toBe('Ada')
  })

  it('notices a copy that differs, reports it and heals it by a snapshot', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 3; n += 1) desk.cloud.create(idOf(n), fields)
    const request = desk.askedFor('changes')
    const page = desk.cloud.changes(request.cursor, 3)
    if (page === 'cursor.expired') throw new Error('unexpected')
    // A lost line that neither side could notice by itself.
    desk.engine().done({ kind: 'changes', result: ok({ ...page, changes: page.changes.slice(1) }) })
    desk.reply(desk.askedFor('digest'))
    expect(desk.reports).toEqual([{ kind: 'diverged', ownCount: 2, cloudCount: 3 }])
    desk.settle()
    expect(desk.store.people.fields(idOf(0))).toEqual(fields)
  })

  it('finds out that an old answer speaks of a record that is gone', () => {
    const desk = createEngineUnderTest()
    desk.settle()
    const id = desk.create()
    const lost = desk.askedFor('batch')
    desk.cloud.batch(lost.items)
    desk.refuse(lost, fail('network'))
    desk.cloud.erase(id)
    desk.cloud.forgetFeed()
    desk.reply(desk.askedFor('snapshot'))
    desk.settle()
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.store.people.fields(id)).toBeNull()
    expect(desk.reports.map((event) => event.kind)).toEqual(['diverged'])
  })

  it('keeps sending while only fetching fails', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 4; n += 1) {
      const request = desk.askedFor('changes')
      desk.refuse(request, fail('internal'))
    }
    const id = desk.create()
    const next = desk.engine().next().request
    expect(next?.kind).toBe('batch')
    if (next !== null) desk.reply(next)
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.status().channel).toBe('trouble')
  })
})
