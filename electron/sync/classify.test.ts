import { describe, expect, it } from 'vitest'
import { apiVersion, problemCode } from '../../contracts/cloud-api.ts'
import { type Failure, fail } from '../../core/outcome.ts'
import type { SyncReason } from '../../core/sync-status.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import { classify } from './classify.ts'

const every: readonly CloudFailure[] = [
  ...problemCode.options,
  'network',
  'proxy',
  'tls',
  'tls-date',
  'not-a-cloud',
]

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

  it.each([
    [fail('not-a-cloud'), 'portal'],
    [fail('not-a-cloud', { detail: { reason: 'schema' } }), null],
    [fail('proxy'), 'proxy'],
    [fail('tls'), 'certificate'],
    [fail('tls-date'), 'certificate-date'],
    [fail('unavailable'), 'busy'],
    [fail('forbidden'), 'no-access'],
    [fail('region.missing'), 'no-region'],
    [fail('network'), null],
    [fail('token.invalid', { detail: { ended: 'password-changed' } }), 'password-changed'],
    [fail('token.invalid', { detail: { ended: 'revoked' } }), 'token-revoked'],
    [fail('token.invalid', { detail: { ended: 'reused' } }), 'token-reused'],
    [fail('token.invalid', { detail: { ended: 'expired' } }), 'token-expired'],
    [fail('token.invalid', { detail: { ended: 'eclipse' } }), null],
    [fail('upgrade', { detail: { cloudApi: apiVersion + 1 } }), 'desk-too-old'],
    [fail('upgrade', { detail: { cloudApi: apiVersion - 1 } }), 'cloud-too-old'],
    [fail('upgrade'), null],
  ] satisfies [Failure<CloudFailure>, SyncReason | null][])('%j is named %j', (failure, reason) => {
    expect(classify(failure)).toMatchObject({ reason })
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
