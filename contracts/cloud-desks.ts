import { z } from 'zod'
import { memberDesk, signInId, signedInDesk } from '../core/signed-in-desk.ts'
import { account } from './cloud-parts.ts'

/** How many sign-ins were ended: 0 where there is none by this id any more. */
const revoked = z.object({ revoked: z.int().min(0) })

/** Where people are signed in, and the end of that. */
export const desks = {
  /** Of the person who asks, latest in touch first. */
  desks: {
    method: 'GET',
    path: '/v1/desks',
    auth: true,
    response: z.object({ desks: z.array(signedInDesk) }),
    problems: ['token.invalid'],
  },
  revokeDesks: {
    method: 'POST',
    path: '/v1/desks/revoke',
    auth: true,
    /** `id` null: all but the one that asks. */
    body: z.object({ id: signInId.nullable() }),
    response: revoked,
    problems: ['token.invalid'],
  },
  /** Of the members of the account, latest in touch first, up to 500. */
  memberDesks: {
    method: 'GET',
    path: '/v1/accounts/:accountId/desks',
    auth: true,
    params: account,
    response: z.object({ desks: z.array(memberDesk) }),
    problems: ['token.invalid', 'forbidden', 'not-found'],
  },
  revokeMemberDesk: {
    method: 'POST',
    path: '/v1/accounts/:accountId/desks/revoke',
    auth: true,
    params: account,
    body: z.object({ personId: z.uuid(), id: signInId }),
    response: revoked,
    problems: ['token.invalid', 'forbidden', 'not-found'],
  },
} as const
