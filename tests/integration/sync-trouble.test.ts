import { describe, expect, it } from 'vitest'
import { fail } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

const hourMs = 3_600_000

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

  it('is over once everything is fetched, where nothing is left to be sent', () => {
    const desk = createEngineUnderTest()
    desk.create()
    desk.settle()
    desk.engine().nudge('sync-now')
    const request = desk.askedFor('changes')
    desk.disk.fails = true
    desk.reply(request)
    expect(desk.status()).toMatchObject({ channel: 'trouble', waiting: 0 })
    desk.disk.fails = false
    desk.sleep(60_000)
    desk.reply(desk.askedFor('changes'))
    desk.settle()
    expect(desk.status()).toMatchObject({ channel: 'idle', since: null, retryInMs: null })
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
