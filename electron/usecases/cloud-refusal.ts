import { type Failure, fail } from '../../contracts/result.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import { retryIn } from './sign-in-failure.ts'

/** What may stand in the way of anything that only the cloud can answer. */
export type CloudRefusal = 'cloud-away' | 'sign-in-needed' | 'cloud-trouble'

const anywhere: Readonly<Partial<Record<CloudFailure, CloudRefusal>>> = {
  network: 'cloud-away',
  'token.invalid': 'sign-in-needed',
}

/**
 * Why the cloud did not do what a person asked for, in the words of the desk. `told`: what a code means for
 * this question; a code that means nothing for it is trouble of the cloud.
 */
export function cloudRefusal<Code extends string = never>(
  failure: Failure<CloudFailure>,
  told: Readonly<Partial<Record<CloudFailure, Code>>> = {},
): Failure<Code | CloudRefusal> {
  const own = told[failure.code]
  const detail = own !== undefined && failure.code === 'rate-limited' ? retryIn(failure) : {}
  return fail(own ?? anywhere[failure.code] ?? 'cloud-trouble', detail)
}
