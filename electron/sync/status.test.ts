import { describe, expect, it } from 'vitest'
import { createHealth } from './health.ts'
import { describe as describeSync } from './status.ts'
import { classify } from './classify.ts'
import { type Failure, fail } from '../../core/outcome.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'

const counts = { ready: 2, inflight: 1, parked: 3 }

function setUp() {
  const time = { now: 0 }
  const health = createHealth({
    monotonicMs: () => time.now,
    wallTime: () => '2026-11-23T08:00:00Z',
    random: () => 0.5,
    newId: () => '',
  })
  const refuse = (code: CloudFailure, detail: NonNullable<Failure['detail']> = {}) => {
    const effect = classify(fail(code, { detail }))
    if (effect.kind !== 'halve' && effect.kind !== 'snapshot') health.failed('push', effect)
  }
  const status = (more: Partial<Parameters<typeof describeSync>[0]> = {}) =>
    describeSync({ counts, health, paused: false, underWay: null, ...more })
  return { time, health, refuse, status }
}

describe('the sync status', () => {
  it('counts what is not confirmed, what is under way and what needs a person', () => {
    expect(setUp().status()).toMatchObject({ waiting: 3, sending: 1, attention: 3 })
  })

  it('says what is under way while all is well', () => {
    const { status } = setUp()
    expect(status().channel).toBe('idle')
    expect(status({ underWay: 'batch' }).channel).toBe('sending')
    expect(status({ underWay: 'changes' }).channel).toBe('receiving')
  })

  it('stays offline during an attempt, until an answer proves otherwise', () => {
    const { health, refuse, status } = setUp()
    refuse('network')
    expect(status()).toMatchObject({
      channel: 'offline',
      since: '2026-11-23T08:00:00Z',
      retryInMs: 500,
    })
    expect(status({ underWay: 'batch' })).toMatchObject({ channel: 'offline', retryInMs: null })
    health.succeeded('push')
    expect(status()).toMatchObject({ channel: 'idle', since: null, retryInMs: null })
  })

  it('keeps trouble in one direction visible while the other works', () => {
    const { health, refuse, status } = setUp()
    refuse('internal')
    health.succeeded('pull')
    expect(status().channel).toBe('trouble')
  })

  it('plans no attempt while only a sign-in helps', () => {
    const { health, refuse, status } = setUp()
    refuse('token.invalid')
    expect(status()).toMatchObject({ channel: 'sign-in-needed', retryInMs: null })
    health.nudge('accepted')
    expect(status().channel).toBe('sign-in-needed')
    health.nudge('signed-in')
    expect(status().channel).toBe('idle')
  })

  it('names what stands in the way until an answer proves otherwise', () => {
    const { health, refuse, status } = setUp()
    refuse('not-a-cloud')
    expect(status({ underWay: 'batch' }).reason).toBe('portal')
    refuse('token.invalid', { ended: 'revoked' })
    expect(status()).toMatchObject({ channel: 'sign-in-needed', reason: 'token-revoked' })
    health.nudge('signed-in')
    expect(status().reason).toBeNull()
    refuse('forbidden')
    expect(status().reason).toBe('no-access')
    health.succeeded('push')
    expect(status()).toMatchObject({ channel: 'idle', reason: null })
  })

  it('names nothing while it is paused', () => {
    const { refuse, status } = setUp()
    refuse('proxy')
    expect(status({ paused: true }).reason).toBeNull()
  })

  it('looks again rarely while versions differ', () => {
    const { refuse, status } = setUp()
    refuse('upgrade')
    expect(status()).toMatchObject({ channel: 'upgrade-needed', retryInMs: 300_000 })
  })

  it('says that it is paused whatever else is wrong', () => {
    const { refuse, status } = setUp()
    refuse('network')
    expect(status({ paused: true })).toMatchObject({ channel: 'paused', retryInMs: null })
  })
})
