import { type SessionEnd, apiVersion, sessionEnd } from '../../contracts/cloud-api.ts'
import type { Failure } from '../../core/outcome.ts'
import type { SyncReason } from '../../core/sync-status.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'

/**
 * What a failed request means for the way to the cloud.
 *
 * - `wait`: try again later. `scope` says what waits: the whole channel, or only this direction, because
 *   the cloud answers and the other direction may well work. `maybeItem`: a single item may be to blame
 * - `reason`: what a person is told beside it
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
      readonly reason: SyncReason | null
    }
  | { readonly kind: 'sign-in'; readonly reason: SyncReason | null }
  | {
      readonly kind: 'upgrade'
      readonly retryAfterMs: number | null
      readonly reason: SyncReason | null
    }
  | { readonly kind: 'halve' }
  | { readonly kind: 'snapshot' }

export function classify(failure: Failure<CloudFailure>): Effect {
  const { code, detail } = failure
  const retryAfterMs = numberOrNull(detail?.['retryAfterMs'])
  const wait = (
    state: 'offline' | 'trouble',
    scope: 'channel' | 'lane',
    { maybeItem = false, reason = null }: { maybeItem?: boolean; reason?: SyncReason | null } = {},
  ) => ({ kind: 'wait', state, scope, maybeItem, retryAfterMs, reason }) as const

  switch (code) {
    case 'network':
      // An item that hangs the cloud looks like a silent network.
      return wait('offline', 'channel', { maybeItem: detail?.['timedOut'] === true })
    case 'proxy':
      return wait('offline', 'channel', { reason: 'proxy' })
    case 'tls':
      return wait('trouble', 'channel', { reason: 'certificate' })
    case 'tls-date':
      return wait('trouble', 'channel', { reason: 'certificate-date' })
    case 'unavailable':
    case 'rate-limited':
      return wait('trouble', 'channel', { reason: 'busy' })
    case 'not-a-cloud':
      return detail?.['reason'] === 'schema'
        ? wait('trouble', 'lane', { maybeItem: true })
        : wait('trouble', 'channel', { reason: 'portal' })
    case 'internal':
    case 'schema':
      return wait('trouble', 'lane', { maybeItem: true })
    case 'forbidden':
    case 'account.inactive':
    case 'not-found':
      return wait('trouble', 'lane', { reason: 'no-access' })
    case 'region.missing':
      return wait('trouble', 'lane', { reason: 'no-region' })
    case 'registered':
    case 'stale':
    case 'invitation.expired':
    case 'sign-in.wrong':
    case 'openid.away':
    case 'openid.refused':
    case 'openid.unknown':
    case 'openid.unverified':
    case 'second-factor.needed':
    case 'second-factor.wrong':
      return wait('trouble', 'lane')
    case 'token.invalid':
      return { kind: 'sign-in', reason: endOf(detail?.['ended']) }
    case 'upgrade':
      return { kind: 'upgrade', retryAfterMs, reason: olderOf(detail?.['cloudApi']) }
    case 'too-large':
      return { kind: 'halve' }
    case 'cursor.expired':
      return { kind: 'snapshot' }
  }
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function olderOf(cloudApi: unknown): SyncReason | null {
  if (typeof cloudApi !== 'number' || cloudApi === apiVersion) return null
  return cloudApi > apiVersion ? 'desk-too-old' : 'cloud-too-old'
}

function endOf(ended: unknown): SyncReason | null {
  const known = sessionEnd.safeParse(ended)
  return known.success ? endReasons[known.data] : null
}

const endReasons: Readonly<Record<SessionEnd, SyncReason>> = {
  expired: 'token-expired',
  revoked: 'token-revoked',
  reused: 'token-reused',
  'password-changed': 'password-changed',
}
