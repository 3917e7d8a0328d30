import { type Problem, problem } from '../../contracts/cloud-api.ts'
import { type Failure, fail } from '../../contracts/result.ts'
import type { CloudFailure } from './cloud-client.ts'
import { parseJson } from './parse-json.ts'
import { retryAfterMs } from './retry-after.ts'
import type { Reply } from './send.ts'

/**
 * A reply that is no success as a code. Gateways in front of a cloud answer for it without its words,
 * so 413, 429, 502 to 504 count whoever says them; everything else must be a problem of the contract,
 * or it comes from something that is no cloud.
 */
export function readProblem(reply: Reply): Failure<CloudFailure> {
  const pause = retryAfterMs(reply.retryAfter, Date.now())
  const body = problemBody(reply)
  const said = body?.known === true ? body.problem : null
  const detail = {
    ...(pause === null ? {} : { retryAfterMs: pause }),
    ...(said?.ended === undefined ? {} : { ended: said.ended }),
    ...(said?.api === undefined ? {} : { cloudApi: said.api }),
  }
  const byStatus = body === null ? gatewayCode(reply.status) : cloudCode(reply.status)
  return fail(said?.code ?? byStatus, {
    ...(Object.keys(detail).length === 0 ? {} : { detail }),
    ...(said?.field === undefined ? {} : { field: said.field }),
  })
}

type Body =
  | { readonly known: true; readonly problem: Problem }
  /** A problem whose code a later version added. */
  | { readonly known: false }

function problemBody(reply: Reply): Body | null {
  if (!/^application\/(problem\+)?json\b/i.test(reply.contentType)) return null
  const json = parseJson(reply.text)
  if (!json.ok) return null
  const parsed = problem.safeParse(json.value)
  if (parsed.success) return { known: true, problem: parsed.data }
  return /problem\+json/i.test(reply.contentType) ? { known: false } : null
}

function gatewayCode(status: number): CloudFailure {
  if (status === 407) return 'proxy'
  // Network Authentication Required (RFC 6585, 6): a network's own page.
  if (status === 511) return 'not-a-cloud'
  if (status === 413) return 'too-large'
  if (status === 429) return 'rate-limited'
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : otherCode(status)
}

/** A bare 500 has no words but comes from the far end: trouble there, not a foreign page. */
function otherCode(status: number): CloudFailure {
  return status >= 500 ? 'internal' : 'not-a-cloud'
}

function cloudCode(status: number): CloudFailure {
  switch (status) {
    case 401:
      return 'token.invalid'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 426:
      return 'upgrade'
    case 410:
      return 'cursor.expired'
    default:
      return status >= 400 && status < 500 && status !== 413 && status !== 429
        ? 'schema'
        : gatewayCode(status)
  }
}
