import { z } from 'zod'

const password = z.string().min(1).max(1000)

/** Of an app, or a recovery code; however it is typed. */
export const secondFactorCode = z.string().max(100)

/** Who is signed in shows once more who they are. */
export const selfProof = z.discriminatedUnion('by', [
  z.object({ by: z.literal('password'), password }),
  z.object({ by: z.literal('code'), code: secondFactorCode }),
])
export type SelfProof = z.infer<typeof selfProof>

const proved = z.object({ proof: selfProof })
const refused = ['token.invalid', 'stale', 'rate-limited'] as const

/** Told only now: the cloud keeps their hashes. */
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** The second factor of whoever is signed in, the same in all their accounts (RFC 6238: 6 digits, 30 s, SHA-1). */
export const secondFactor = {
  secondFactor: {
    method: 'GET',
    path: '/v1/second-factor',
    auth: true,
    response: z.object({
      on: z.boolean(),
      since: z.iso.datetime().nullable(),
      recoveryCodes: z.int().min(0),
    }),
    problems: ['token.invalid'],
  },
  /** A secret for an app, which counts once a code of it was confirmed; `stale`: there is one that counts. */
  startSecondFactor: {
    method: 'POST',
    path: '/v1/second-factor/start',
    auth: true,
    body: z.object({ password }),
    /** `secret` in base 32; `uri`: the same for an app (`otpauth:`). */
    response: z.object({ secret: z.string(), uri: z.string() }),
    problems: [...refused, 'sign-in.wrong'],
  },
  /** `stale`: none was started in the last quarter of an hour. */
  confirmSecondFactor: {
    method: 'POST',
    path: '/v1/second-factor/confirm',
    auth: true,
    body: z.object({ code: secondFactorCode }),
    response: recoveryCodes,
    problems: ['token.invalid', 'stale', 'second-factor.wrong'],
  },
  /** The codes before are worth nothing then; `stale`: the second factor is off. */
  renewRecoveryCodes: {
    method: 'POST',
    path: '/v1/second-factor/recovery-codes',
    auth: true,
    body: proved,
    response: recoveryCodes,
    problems: [...refused, 'sign-in.wrong', 'second-factor.wrong'],
  },
  /** `stale`: it is off. */
  endSecondFactor: {
    method: 'POST',
    path: '/v1/second-factor/end',
    auth: true,
    body: proved,
    response: z.object({ on: z.literal(false) }),
    problems: [...refused, 'sign-in.wrong', 'second-factor.wrong'],
  },
} as const
