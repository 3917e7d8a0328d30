import { z } from 'zod'

/** Codes of an answer that concerns the whole request. */
export const problemCode = z.enum([
  'schema', // 400, 405, 408, 415, 417, 431 (field)
  'sign-in.wrong', // 401: email or password
  'openid.refused', // 401: what the provider gave does not prove who this is
  'openid.unverified', // 403: the provider has not made sure that the email is theirs
  'openid.unknown', // 403: nobody here has this email, or somebody else of that provider is them
  'second-factor.needed', // 401: the password is right; give `code` too
  'second-factor.wrong', // 401: the password is right, the code is not, or was used before
  'token.invalid', // 401: expired, revoked or unknown
  'forbidden', // 403
  'region.missing', // 403: limited to a region, and of none: nothing can be done until somebody gives one
  'account.inactive', // 403: every account of this person that has a desk is switched off
  'not-found', // 404
  'stale', // 409: somebody changed it after `ifVersion`; read it again
  'registered', // 409: there is no pending invitation any more
  'invitation.expired', // 409: resend it first
  'cursor.expired', // 410: take a snapshot
  'too-large', // 413: halve the batch
  'upgrade', // 426: this desk is too old or too new for the cloud
  'rate-limited', // 429 (Retry-After)
  'internal', // 500
  'unavailable', // 503 (Retry-After)
  'openid.away', // 503: the provider does not answer, or not as one
])
export type ProblemCode = z.infer<typeof problemCode>

/** The status of each code; `schema` has others for requests that are refused before their fields are read. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  schema: 400,
  'sign-in.wrong': 401,
  'openid.refused': 401,
  'openid.unverified': 403,
  'openid.unknown': 403,
  'second-factor.needed': 401,
  'second-factor.wrong': 401,
  'token.invalid': 401,
  forbidden: 403,
  'region.missing': 403,
  'account.inactive': 403,
  'not-found': 404,
  stale: 409,
  registered: 409,
  'invitation.expired': 409,
  'cursor.expired': 410,
  'too-large': 413,
  upgrade: 426,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
  'openid.away': 503,
}

/** The status of `schema` where this is the `field`. */
const schemaStatus: Readonly<Record<string, number>> = {
  /** The address is good, the method is not (`Allow` names those that are). */
  method: 405,
  /** The request did not come to its end in time. */
  time: 408,
  'content-type': 415,
  'content-encoding': 415,
  expect: 417,
  /** Longer than the cloud reads, the address included. */
  headers: 431,
}

/** Every status with which an endpoint may answer this code; 405 is for methods that are no endpoint. */
export function statusesOf(code: ProblemCode): readonly number[] {
  if (code !== 'schema') return [problemStatus[code]]
  const special = Object.values(schemaStatus).filter((status) => status !== schemaStatus['method'])
  return [...new Set([problemStatus.schema, ...special])]
}

export function statusOf({ code, field = '' }: Pick<Problem, 'code' | 'field'>): number {
  const special = code === 'schema' && Object.hasOwn(schemaStatus, field)
  return (special ? schemaStatus[field] : undefined) ?? problemStatus[code]
}

/** What any endpoint may answer, whatever it is asked. */
export const problemsAnywhere = [
  'schema',
  'too-large',
  'upgrade',
  'internal',
  'unavailable',
] as const

/**
 * Nobody used it for long; somebody else, or its person elsewhere, ended it; its person has a new password;
 * somebody else had a copy of its token.
 */
export const sessionEnd = z.enum(['expired', 'revoked', 'password-changed', 'reused'])
export type SessionEnd = z.infer<typeof sessionEnd>

/** `application/problem+json` (RFC 9457) with the contract's closed codes. */
export const problem = z.object({
  code: problemCode,
  title: z.string(),
  status: z.int(),
  field: z.string().optional(),
  /** `token.invalid`: why the sign-in has ended, where the cloud knows. */
  ended: sessionEnd.optional().catch(undefined),
  /** `upgrade`: the `apiVersion` of the cloud. */
  api: z.int().optional().catch(undefined),
})
export type Problem = z.infer<typeof problem>
