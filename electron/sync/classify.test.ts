import { describe, expect, it } from 'vitest'
import { problemCode } from '../../contracts/cloud-api.ts'
import { fail } from '../../core/outcome.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import { classify } from './classify.ts'

const every: readonly CloudFailure[] = [...problemCode.options, 'network', 'tls', 'not-a-cloud']

describe('classify', () => {
  it('has an answer to every failure', () => {
    for (const code of every) expect(classify(fail(code)).kind).toBeTypeOf('string')
  })

  it.each([
    ['network', 'offline', 'channel'],
    ['tls', 'trouble', 'channel'],
    ['not-a-cloud', 'trouble', 'channel'],
    ['unavailable', 'trouble', 'channel'],
    ['rate-limited', 'trouble', 'channel'],
    ['internal', 'trouble', 'lane'],
    ['schema', 'trouble', 'lane'],
    ['forbidden', 'trouble', 'lane'],
    ['not-found', 'trouble', 'lane'],
  ] as const)('%s is %s and makes the %s wait', (code, state, scope) => {
    expect(classify(fail(code))).toMatchObject({ kind: 'wait', state, scope })
  })

  it.each([
    ['token.invalid', 'sign-in'],
    ['upgrade', 'upgrade'],
    ['too-large', 'halve'],
    ['cursor.expired', 'snapshot'],
  ] as const)('%s means %s', (code, kind) => {
    expect(classify(fail(code)).kind).toBe(kind)
  })

  it('passes on the pause that the cloud asked for', () => {
    const failure = fail('rate-limited' as const, { detail: { retryAfterMs: 7_000 } })
    expect(classify(failure)).toMatchObject({ retryAfterMs: 7_000 })
  })

  it('suspects an item only when it could be to blame', () => {
    expect(classify(fail('network'))).toMatchObject({ maybeItem: false })
    expect(classify(fail('network', { detail: { timedOut: true } }))).toMatchObject({
      maybeItem: true,
    })
    expect(classify(fail('internal'))).toMatchObject({ maybeItem: true })
  })
})
