import { createHash } from 'node:crypto'
import type { Configuration } from 'openid-client'
import { z } from 'zod'
import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import { type OpenIdOptions, isLoopback } from './openid-options.ts'

type Library = typeof import('openid-client')
type Trouble = 'openid.away' | 'openid.refused'

/** Who somebody is for the provider. Its word on an email is worth what `emailVerified` says. */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly emailVerified: boolean
}

export type ProviderDeps = OpenIdOptions & {
  readonly now: () => number
  /** For the operator: a code of the library or the provider, nothing of a person. */
  readonly onTrouble: (code: string) => void
}

export type Provider = ReturnType<typeof createProvider>

/** What a provider says of itself is asked for anew after so long, and after every trouble with it. */
const knownForMs = 60 * 60_000
const patienceSeconds = 10

/**
 * The cloud's side of OpenID Connect. The desk keeps the secret (the verifier) and the cloud keeps nothing:
 * code challenge and nonce are both made of it, so that a code and an id token are good together with it alone.
 */
export function createProvider(deps: ProviderDeps) {
  let known: { readonly at: number; readonly found: Promise<Found> } | null = null

  function find(): Promise<Found> {
    if (known === null || deps.now() - known.at > knownForMs) {
      known = { at: deps.now(), found: discover(deps) }
    }
    return known.found
  }

  async function trying<T>(work: (found: Found) => Promise<T>): Promise<Result<T, Trouble>> {
    let trouble: Failure<Trouble>
    try {
      const found = await find()
      try {
        return ok(await work(found))
      } catch (error) {
        trouble = troubleOf(error)
      }
    } catch (error) {
      // Of the provider itself, whatever it is: nobody's code is at fault.
      trouble = { ...troubleOf(error), code: 'openid.away' }
    }
    if (trouble.code === 'openid.away') known = null
    deps.onTrouble(String(trouble.detail?.['reason']))
    return trouble
  }

  return {
    name: deps.name,
    loopbackPort: deps.loopbackPort ?? null,

    /** Where the browser goes. */
    start: (asked: {
      readonly redirectUri: string
      readonly state: string
      readonly codeChallenge: string
      readonly nonce: string
    }): Promise<Result<string, Trouble>> =>
      trying(async ({ library, config }) => {
        const { redirectUri, state, codeChallenge, nonce } = asked
        const url = library.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: codeChallenge,
          code_challenge_method: 'S256',
        })
        return url.href
      }),

    /** Takes the code to the provider, and believes only an id token that is signed and meant for this. */
    finish: (given: {
      readonly redirectUri: string
      readonly code: string
      readonly iss: string | null
      readonly codeVerifier: string
    }): Promise<Result<Identity, Trouble>> =>
      trying(async ({ library, config }) => {
        const back = new URL(given.redirectUri)
        back.searchParams.set('code', given.code)
        if (given.iss !== null) back.searchParams.set('iss', given.iss)
        const tokens = await library.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: given.codeVerifier,
          expectedNonce: nonceOf(given.codeVerifier),
          idTokenExpected: true,
        })
        const { iss, sub, ...said } = claims.parse(tokens.claims())
        // Many tell the email only where they are asked for it.
        const more =
          said.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
            ? claims.partial().parse(await library.fetchUserInfo(config, tokens.access_token, sub))
            : said
        const email = more.email ?? null
        return { issuer: iss, subject: sub, email, emailVerified: more.email_verified ?? false }
      }),
  }
}

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .optional()
    .catch(undefined),
})

export function nonceOf(codeVerifier: string): string {
  return createHash('sha256').update(`nonce ${codeVerifier}`).digest('base64url')
}

type Found = { readonly library: Library; readonly config: Configuration }

/** Reads what the provider says of itself. The library loads with the first question. */
async function discover({ issuer, clientId, clientSecret }: OpenIdOptions): Promise<Found> {
  const library = await import('openid-client')
  const server = new URL(issuer)
  const execute = [
    // The signature is checked too, although the token comes over a line of our own.
    library.enableNonRepudiationChecks,
    ...(isLoopback(server) ? [library.allowInsecureRequests] : []),
  ]
  const options = { execute, timeout: patienceSeconds }
  const found = await library.discovery(server, clientId, undefined, library.None(), options)
  if (clientSecret === undefined) return { library, config: found }
  const offered = found.serverMetadata().token_endpoint_auth_methods_supported
  const byHeader = offered === undefined || offered.includes('client_secret_basic')
  const proof = byHeader
    ? library.ClientSecretBasic(clientSecret)
    : library.ClientSecretPost(clientSecret)
  const config = new library.Configuration(found.serverMetadata(), clientId, undefined, proof)
  config.timeout = patienceSeconds
  for (const change of execute) change(config)
  return { library, config }
}

/** The library's errors carry a code; those of the line do not say that anything is wrong with the code. */
function troubleOf(error: unknown): Failure<Trouble> {
  const said = errorShape.safeParse(error).data
  const reason = said?.error ?? said?.code ?? (error instanceof Error ? error.name : 'unknown')
  const away =
    said?.code === undefined ||
    /TIMEOUT|ABORT|WWW_AUTHENTICATE/.test(said.code) ||
    /^(OAUTH_RESPONSE_IS_NOT|OAUTH_PARSE)/.test(said.code) ||
    /^(invalid_client|unauthorized_client|server_error|temporarily_unavailable)$/.test(reason)
  return fail(away ? 'openid.away' : 'openid.refused', { detail: { reason } })
}

/** `error`: as the provider calls it (RFC 6749, 5.2). */
const errorShape = z.object({
  code: z.string().optional().catch(undefined),
  error: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional()
    .catch(undefined),
})
