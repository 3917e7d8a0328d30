import { describe, expect, it } from 'vitest'
import { fail } from '../../contracts/result.ts'
import { cloudRefusal } from './cloud-refusal.ts'

describe('a refusal of the cloud', () => {
  it('is told apart where a person can do something about it, and is trouble otherwise', () => {
    const codes = ['network', 'token.invalid', 'internal', 'forbidden'] as const
    expect(codes.map((code) => cloudRefusal(fail(code)).code)).toEqual([
      'cloud-away',
      'sign-in-needed',
      'cloud-trouble',
      'cloud-trouble',
    ])
  })

  it('means what the question says, with how long to wait', () => {
    const failure = fail('rate-limited', { detail: { retryAfterMs: 1500 } })
    expect(cloudRefusal(failure, { 'rate-limited': 'too-many-attempts' })).toMatchObject({
      code: 'too-many-attempts',
      detail: { retryInSeconds: 2 },
    })
    expect(cloudRefusal(failure)).toEqual(fail('cloud-trouble'))
  })
})
