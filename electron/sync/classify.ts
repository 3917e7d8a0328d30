import type { Failure } from '../../core/outcome.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'

/**
 * What a failed request means for the way to the cloud.
 *
 * - `wait`: try again later. `scope` says what waits: the whole channel, or only this direction, because
 *   the cloud answers and the other direction may well work. `maybeItem`: a single item may be to blame
 * - `sign-in`, `upgrade`: nothing is tried until a person or a new version changes something
 * - `halve`: the same items in smaller batches
 * - `snapshot`: the cursor is older than the feed
 */
export type Effect =
  | {
      readonly kind: 'wait'
      readonly state: 'offline' | 'trouble'
      readonly scope: 'channel' | 'lane'
      readonly maybeItem: boolean
      readonly retryAfterMs: number | null
    }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'upgrade'; readonly retryAfterMs: number | null }
  | { readonly kind: 'halve' }
  | { readonly kind: 'snapshot' }

export function classify(failure: Failure<CloudFailure>): Effect {
  const retryAfterMs = numberOrNull(failure.detail?.['retryAfterMs'])
  const wait = (state: 'offline' | 'trouble', scope: 'channel' | 'lane', maybeItem: boolean) =>
    ({ kind: 'wait', state, scope, maybeItem, retryAfterMs }) as const

  switch (failure.code) {
    case 'network':
      // An item that hangs the cloud looks like a silent network.
      return wait('offline', 'channel', failure.detail?.['timedOut'] === true)
    case 'tls':
    case 'unavailable':
    case 'rate-limited':
      return wait('trouble', 'channel', false)
    case 'not-a-cloud':
      return failure.detail?.['reason'] === 'schema'
        ? wait('trouble', 'lane', true)
        : wait('trouble', 'channel', false)
    case 'internal':
    case 'schema':
      return wait('trouble', 'lane', true)
    case 'forbidden':
    case 'account.inactive':
    case 'registered':
    case 'stale':
    case 'invitation.expired':
    case 'not-found':
    case 'sign-in.wrong':
      return wait('trouble', 'lane', false)
    case 'token.invalid':
      return { kind: 'sign-in' }
    case 'upgrade':
      return { kind: 'upgrade', retryAfterMs }
    case 'too-large':
      return { kind: 'halve' }
    case 'cursor.expired':
      return { kind: 'snapshot' }
  }
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
