import type { FastifyReply } from 'fastify'
import {
  type Problem,
  type ProblemCode,
  type SessionEnd,
  apiVersion,
  statusOf,
} from '../../contracts/cloud-api.ts'

/** For developers who read traffic; people get their sentences from the code, in their language. */
const titles: Readonly<Record<ProblemCode, string>> = {
  schema: 'A field is missing or not as described',
  'sign-in.wrong': 'Email or password is wrong',
  'openid.refused': 'What the provider gave does not prove who this is',
  'openid.unverified': 'The provider has not verified the email of this person',
  'openid.unknown': 'Nobody here goes by this identity',
  'second-factor.needed': 'The second factor is needed too',
  'second-factor.wrong': 'The code is wrong, or was used before',
  'token.invalid': 'The token is expired, revoked or unknown',
  forbidden: 'This person may not do this in this account',
  'region.missing': 'This membership has no region yet',
  'account.inactive': 'This account is switched off',
  'not-found': 'There is nothing at this address',
  stale: 'Somebody changed this meanwhile; read it again',
  registered: 'The person has registered meanwhile',
  'invitation.expired': 'The invitation has expired; send it again first',
  'cursor.expired': 'The cursor is too old or from another feed; take a snapshot',
  'too-large': 'The body is larger than this endpoint accepts',
  upgrade: 'Client and cloud do not speak the same version',
  'rate-limited': 'Too many attempts',
  internal: 'The cloud made a mistake',
  unavailable: 'The cloud cannot answer now',
  'openid.away': 'The provider of sign-ins does not answer',
}

export type ProblemInput = {
  readonly code: ProblemCode
  readonly field?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly ended?: SessionEnd | undefined
}

export function problemOf({ code, field, ended }: ProblemInput): Problem {
  return {
    code,
    title: titles[code],
    status: statusOf({ code, field }),
    ...(field === undefined ? {} : { field }),
    ...(ended === undefined ? {} : { ended }),
    ...(code === 'upgrade' ? { api: apiVersion } : {}),
  }
}

/** `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, input: ProblemInput) {
  if (input.retryAfterSeconds !== undefined) reply.header('Retry-After', input.retryAfterSeconds)
  if (input.code === 'token.invalid') reply.header('WWW-Authenticate', 'Bearer')
  return reply
    .code(statusOf(input))
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problemOf(input))
}
