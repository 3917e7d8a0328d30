import { type Failure, fail } from '../../contracts/result.ts'
import type { TransportCode } from './cloud-client.ts'

/** Why there was no reply, from the codes and messages of axios, of Node's fetch and of Chromium's. */
export function transportFailure(error: unknown): Failure<TransportCode> {
  const traces = [...tracesOf(error)]
  const said = (pattern: RegExp) => traces.some((trace) => pattern.test(trace))
  if (said(proxied)) return fail('proxy')
  if (said(outOfDate)) return fail('tls-date')
  if (said(untrusted)) return fail('tls')
  if (said(redirected) || said(tooLong)) return fail('not-a-cloud')
  return said(timedOut) ? fail('network', { detail: { timedOut: true } }) : fail('network')
}

/** Chromium's words for a proxy that is away, refuses or wants a sign-in. */
const proxied =
  /\bERR_(PROXY_\w+|TUNNEL_CONNECTION_FAILED|UNEXPECTED_PROXY_AUTH|MANDATORY_PROXY_\w+|SOCKS_CONNECTION_\w+|HTTPS_PROXY_\w+|PAC_\w+|NO_SUPPORTED_PROXIES)\b/
/** Not valid yet or not any more: Chromium has one word for both. */
const outOfDate = /\b(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID)\b/
/** OpenSSL's verification names as Node reports them, its own TLS errors, and Chromium's. */
const untrusted =
  /\b(CERT_\w+|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|ERR_TLS_\w+|ERR_SSL_\w+|ERR_CERT_\w+|ERR_BAD_SSL_CLIENT_AUTH_CERT)\b/
/** Chromium's fetch fails on a redirect that may not be followed; Node's hands it over as a reply. */
const redirected = /redirect/i
const tooLong = /maxContentLength/
const timedOut = /\b(ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_(CONNECTION_)?TIMED_OUT)\b/

function* tracesOf(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 5) return
  yield error.message
  if ('code' in error && typeof error.code === 'string') yield error.code
  if (error instanceof AggregateError) {
    for (const inner of error.errors) yield* tracesOf(inner, depth + 1)
  }
  yield* tracesOf(error.cause, depth + 1)
}
