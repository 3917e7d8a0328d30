import type {
  EndpointName,
  ItemResult,
  ProblemCode,
  RequestOf,
  ResponseOf,
} from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'

/**
 * What can go wrong on the way, beside the contract's own codes.
 *
 * - `network`: not reached, reset, or no answer in time; whether it was applied is unknown
 * - `proxy`: the proxy on the way refused, wants a sign-in or is not there
 * - `tls`: the certificate is not trusted
 * - `tls-date`: the certificate is not valid on the date of this computer
 * - `not-a-cloud`: something answered, but no Tapdesk cloud (captive portal, proxy page, wrong address)
 */
export type TransportCode = 'network' | 'proxy' | 'tls' | 'tls-date' | 'not-a-cloud'

/**
 * `detail` may carry `retryAfterMs` (the cloud asked for a pause by Retry-After; at most one hour),
 * `timedOut: true` (`network`: reached or not, no answer in time), `reason: 'schema'` (`not-a-cloud`:
 * JSON, but not what the contract says), `ended` (`token.invalid`: a `SessionEnd`) and `cloudApi`
 * (`upgrade`: the cloud's version).
 */
export type CloudFailure = ProblemCode | TransportCode

/** A result for one item that is there but that this version cannot read. */
export type UnreadableResult = { readonly opId: string; readonly outcome: 'unreadable' }
export type BatchResult = ItemResult | UnreadableResult
export type BatchAnswer = { readonly results: readonly BatchResult[] }

/** What the contract promises; of a batch each result is read by itself, so that an odd one spoils no other. */
export type AnswerOf<Name extends EndpointName> = Name extends 'batch'
  ? BatchAnswer
  : ResponseOf<Name>

/** A body that must travel byte for byte (frozen batch items) may be given as text instead of a value. */
type Body<Name extends EndpointName> =
  RequestOf<Name> extends { body: infer B }
    ? Omit<RequestOf<Name>, 'body'> &
        ({ body: B; rawBody?: never } | { body?: never; rawBody: string })
    : RequestOf<Name>

export type CloudRequest<Name extends EndpointName> = Body<Name> & {
  /** Access token for endpoints with `auth`. */
  token?: string
  signal?: AbortSignal
  /** For the whole request, connecting and reading included. */
  timeoutMs?: number
}

/** One function per endpoint of the contract. Never retries by itself and never throws. */
export type CloudClient = {
  readonly [Name in EndpointName]: (
    request: CloudRequest<Name>,
  ) => Promise<Result<AnswerOf<Name>, CloudFailure>>
}
