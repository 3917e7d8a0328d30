import { z } from 'zod'
import { longestPassword, shortestPassword } from '../core/password.ts'
import { storeRefusal } from '../core/session.ts'
import { askingCloud } from './asking-cloud.ts'
import { call } from './door.ts'
import { signInCodes } from './sign-in-codes.ts'

const nothing = z.undefined()

/** Another password. */
export const password = {
  /** For whoever has forgotten it: a mail, if anybody signs in with this email there. Nobody learns whether. */
  forgotten: call(
    z.strictObject({ cloudUrl: z.string().max(2000), email: z.string().max(254) }),
    nothing,
    [...signInCodes, ...storeRefusal.options],
  ),
  /** Of whoever works here, who is signed out everywhere else then. */
  change: call(
    z.strictObject({
      present: z.string().min(1).max(1000),
      password: z.string().min(shortestPassword).max(longestPassword),
    }),
    nothing,
    [
      ...askingCloud,
      'wrong-password',
      'too-many-attempts', // detail.retryInSeconds
    ],
  ),
}
