import type { EndpointName, ProblemCode, RequestOf, ResponseOf } from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'

/**
 * What can go wrong on the way, beside the contract's own codes.
 *
 * - `network`: not reached, reset, or no answer in time; whether it was applied is unknown
 * - `tls`: the certificate is not trusted
 * - `not-a-cloud`: something answered, but no Tapdesk cloud (captive portal, proxy page, wrong address)
 */
export type TransportCode = 'network' | 'tls' | 'not-a-cloud'

/** `detail.retryAfterMs` is present when the cloud asked for a pause (Retry-After), clamped to one hour. */
export type CloudFailure = ProblemCode | TransportCode

/** One function per endpoint of the contract. Never retries by itself and never throws. */
export type CloudClient = {
  readonly [Name in EndpointName]: (
    request: RequestOf<Name> & {
      /** Access token for endpoints with `auth`. */
      token?: string
      /** A body that must travel byte for byte (frozen batch items) instead of `body`. */
      rawBody?: string
      signal?: AbortSignal
      timeoutMs?: number
    },
  ) => Promise<Result<ResponseOf<Name>, CloudFailure>>
}
