import { describe, expect, it } from 'vitest'
import { backoffMs, createBackoff } from './backoff.ts'

const minute = 60_000
const almostOne = 0.999_999

describe('backoffMs', () => {
  const table: readonly [
    what: string,
    input: Partial<Parameters<typeof backoffMs>[0]>,
    ms: number,
  ][] = [
    ['may be nothing at all', { n: 5, random: 0 }, 0],
    ['begins within one second', { n: 0 }, 1_000],
    ['doubles', { n: 3 }, 8_000],
    ['is capped at one minute', { n: 6 }, 60_000],
    ['stays capped however often it failed', { n: 100_000 }, 60_000],
    ['is capped at one minute until 30 minutes', { n: 50, failingForMs: 30 * minute - 1 }, 60_000],
    ['is capped at five minutes after 30', { n: 50, failingForMs: 30 * minute }, 300_000],
    ['is not shorter than the cloud asked', { n: 0, retryAfterMs: 120_000 }, 120_000],
    ['may be longer than the cloud asked', { n: 6, retryAfterMs: 1_000 }, 60_000],
    ['believes no more than one hour', { n: 0, retryAfterMs: 1e12 }, 3_600_000],
    ['ignores a negative wish', { n: 0, random: 0, retryAfterMs: -5_000 }, 0],
    ['ignores a wish that is no number', { n: 0, random: 0, retryAfterMs: Number.NaN }, 0],
  ]
  it.each(table)('%s', (_, input, ms) => {
    const pause = backoffMs({
      n: 0,
      failingForMs: 0,
      retryAfterMs: null,
      random: almostOne,
      ...input,
    })
    expect(pause).toBe(ms)
  })
})

function setUp() {
  const time = { now: 1_000_000, random: almostOne }
  const backoff = createBackoff({ monotonicMs: () => time.now, random: () => time.random })
  return { time, backoff }
}

describe('createBackoff', () => {
  it('never waits while nothing has failed', () => {
    expect(setUp().backoff.waitMs()).toBe(0)
  })

  it('counts down on the monotonic clock and waits no more after success', () => {
    const { time, backoff } = setUp()
    backoff.failed(null)
    expect(backoff.waitMs()).toBe(1_000)
    time.now += 400
    expect(backoff.waitMs()).toBe(600)
    backoff.succeeded()
    expect(backoff.waitMs()).toBe(0)
    expect(backoff.failures()).toBe(0)
  })

  it('takes the long cap only when the failure has lasted', () => {
    const { time, backoff } = setUp()
    for (let n = 0; n < 20; n += 1) backoff.failed(null)
    expect(backoff.waitMs()).toBe(60_000)
    time.now += 31 * minute
    backoff.failed(null)
    expect(backoff.waitMs()).toBe(300_000)
  })

  it('is hurried once per failure, so that a burst of work is no tight loop', () => {
    const { time, backoff } = setUp()
    for (let n = 0; n < 10; n += 1) backoff.failed(null)
    time.random = 0.5
    backoff.hurry(5_000)
    expect(backoff.waitMs()).toBe(2_500)
    time.random = 0
    backoff.hurry(5_000)
    expect(backoff.waitMs()).toBe(2_500)
  })

  it('is not hurried past the pause that the cloud asked for', () => {
    const { backoff } = setUp()
    backoff.failed(120_000)
    backoff.hurry(5_000)
    expect(backoff.waitMs()).toBe(120_000)
  })

  it('goes at once when a person asks', () => {
    const { backoff } = setUp()
    backoff.failed(120_000)
    backoff.now()
    expect(backoff.waitMs()).toBe(0)
    backoff.failed(null)
    expect(backoff.waitMs()).toBe(1_000)
  })

  it('starts over with short pauses when the world has changed', () => {
    const { backoff } = setUp()
    for (let n = 0; n < 10; n += 1) backoff.failed(null)
    backoff.forget()
    backoff.failed(null)
    expect(backoff.waitMs()).toBe(1_000)
  })
})
