import { z } from 'zod'
import { atDesk, signedIn } from './cloud-signed-in.ts'

/** What a desk listens at while a browser is away: itself only (RFC 8252, 7.3). */
const loopback = z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/signed-in$/)

/** 256 bits, or a SHA-256, in base64url. */
const secret = z.string().regex(/^[\w-]{43}$/)

/** Besides email and password. */
export const waysOfSigningIn = {
  method: 'GET',
  path: '/v1/sign-in/ways',
  auth: false,
  response: z.object({
    /** null: there is none. */
    openId: z
      .object({
        /** As people know it: "Sign in with NAME". */
        name: z.string(),
        /** The only port to which this provider sends browsers back; null: any. */
        loopbackPort: z.int().min(1).max(65_535).nullable(),
      })
      .nullable(),
  }),
  problems: ['rate-limited'],
} as const

/** Where a browser signs its person in with the provider. `not-found`: there is none. */
export const openIdStart = {
  method: 'POST',
  path: '/v1/sign-in/openid',
  auth: false,
  body: z.object({
    redirectUri: loopback,
    /** Comes back to the desk with the code, so that it knows its own question. */
    state: secret,
    /** SHA-256 of the desk's verifier (RFC 7636, S256). */
    codeChallenge: secret,
    /** SHA-256 of "nonce " and the verifier: the id token is for this very sign-in. */
    nonce: secret,
  }),
  response: z.object({ url: z.url() }),
  problems: ['not-found', 'openid.away', 'rate-limited'],
} as const

/** The code that came back, for a session such as a password gives. */
export const openIdFinish = {
  method: 'POST',
  path: '/v1/sign-in/openid/code',
  auth: false,
  body: z.object({
    redirectUri: loopback,
    code: z.string().min(1).max(4000),
    /** Who says that the code is theirs, where the provider tells (RFC 9207). */
    iss: z.string().max(2000).nullable().default(null),
    codeVerifier: secret,
    desk: atDesk,
  }),
  response: signedIn,
  problems: [
    'not-found',
    'openid.away',
    'openid.refused',
    'openid.unverified',
    'openid.unknown',
    'account.inactive',
    'rate-limited',
  ],
} as const
