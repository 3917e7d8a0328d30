import { z } from 'zod'

/** Codes of an answer that concerns the whole request. */
export const problemCode = z.enum([
  'schema', // 400 (field)
  'sign-in.wrong', // 401: email or password
  'token.invalid', // 401: expired, revoked or unknown
  'forbidden', // 403
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
])
export type ProblemCode = z.infer<typeof problemCode>

/** Nobody used it for long; an operator ended it; its person has a new password. */
export const sessionEnd = z.enum(['expired', 'revoked', 'password-changed'])
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
