import { z } from 'zod'
import { longestPassword, shortestPassword } from '../core/password.ts'
import { keepable } from './cloud-parts.ts'

/** Another password, by a link in a mail or by the one before. */
export const password = {
  /** A mail with a link to a page, if anybody signs in with this email; the answer never tells. */
  forgotPassword: {
    method: 'POST',
    path: '/v1/password/forgotten',
    auth: false,
    body: z.object({ email: keepable(254).min(1) }),
    response: z.object({ asked: z.literal(true) }),
    problems: ['rate-limited'],
  },
  /** Ends the person's sign-in at every other desk. */
  changePassword: {
    method: 'POST',
    path: '/v1/password',
    auth: true,
    body: z.object({
      presentPassword: z.string().min(1).max(1000),
      password: z.string().min(shortestPassword).max(longestPassword),
    }),
    response: z.object({ signedOut: z.int().min(0) }),
    problems: ['token.invalid', 'sign-in.wrong', 'rate-limited'],
  },
} as const
