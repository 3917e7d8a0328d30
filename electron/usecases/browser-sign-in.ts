import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import type { SignedIn } from '../../contracts/cloud-api.ts'
import type { SessionView } from '../../core/session.ts'
import type { CloudClient, CloudFailure } from '../cloud-client/cloud-client.ts'
import type { Workplace } from './ports.ts'
import { sitDownAs } from './sign-in.ts'
import { signInFailure } from './sign-in-failure.ts'

type Session = Asking<Ipc>['session']
type BrowserFailure = Extract<
  Awaited<ReturnType<Session['signInByBrowser']>>,
  { ok: false }
>['code']
type At = { readonly cloudUrl: string }
type OpenId = { readonly name: string; readonly loopbackPort: number | null }

export type BrowserSignIn = {
  readonly ways: (at: At) => Promise<Result<{ openId: { name: string } | null }, never>>
  readonly start: (at: At) => Promise<Result<SessionView, BrowserFailure>>
  readonly cancel: () => Result<void, never>
}

/**
 * Signing in with the system's browser (RFC 8252). The desk makes one secret, the verifier; what leaves it
 * before the browser is back are hashes of it. `inTurn`: who works here changes by one step at a time, and
 * waiting for a person is no step.
 */
export function createBrowserSignIn(
  place: Workplace,
  inTurn: <T>(step: () => Promise<T>) => Promise<T>,
): BrowserSignIn {
  let waiting = new AbortController()

  return {
    async ways({ cloudUrl }) {
      const address = place.parseAddress(cloudUrl)
      if (!address.ok) return ok({ openId: null })
      const offered = await offeredBy(await place.clientFor(address.value))
      return ok({ openId: offered.ok && offered.value ? { name: offered.value.name } : null })
    },

    async start({ cloudUrl }) {
      waiting.abort()
      const { signal } = (waiting = new AbortController())
      const address = place.parseAddress(cloudUrl)
      if (!address.ok) return fail('bad-address', { ...address, field: 'cloudUrl' })
      const client = await place.clientFor(address.value)
      const recognised = await recognise(place, client, signal)
      if (signal.aborted) return fail('browser-cancelled')
      if (!recognised.ok) return recognised
      const way = { client, cloudUrl: address.value, demo: false }
      return inTurn(async () => {
        if (isOther(place, recognised.value)) {
          void client.signOut({ token: recognised.value.tokens.accessToken })
          return fail('other-person')
        }
        return sitDownAs(place, way, recognised.value)
      })
    },

    cancel() {
      waiting.abort()
      return ok()
    },
  }
}

/** null: this cloud has no such way. One of an earlier version does not know the question. */
async function offeredBy(
  client: CloudClient,
  signal?: AbortSignal,
): Promise<Result<OpenId | null, CloudFailure>> {
  const answer = await client.waysOfSigningIn(signal === undefined ? {} : { signal })
  if (answer.ok) return ok(answer.value.openId)
  return answer.code === 'not-found' ? ok(null) : answer
}

/** Sends the browser away and waits for it; whom the cloud then knows. */
async function recognise(
  place: Workplace,
  client: CloudClient,
  signal: AbortSignal,
): Promise<Result<SignedIn, BrowserFailure>> {
  const offered = await offeredBy(client, signal)
  if (!offered.ok) return browserFailure(offered)
  if (offered.value === null) return fail('way-not-offered')
  const { make, hash } = place.secrets
  const [codeVerifier, state] = [make(), make()]
  const port = offered.value.loopbackPort
  const listening = await place.listenForBrowser({ port, state, signal })
  if (!listening.ok) return listening
  const { redirectUri, returned, close } = listening.value
  try {
    const body = {
      redirectUri,
      state,
      codeChallenge: hash(codeVerifier),
      nonce: hash(`nonce ${codeVerifier}`),
    }
    const asked = await client.openIdStart({ body, signal })
    if (!asked.ok) return browserFailure(asked)
    const opened = await place.host.browser.open({ url: asked.value.url })
    if (!opened.ok) return fail('browser-not-opened')
    const came = await returned()
    if (!came.ok) return came
    const desk = { id: place.profile.deskId(), name: place.deskName }
    const proof = { ...came.value, redirectUri, codeVerifier, desk }
    const answer = await client.openIdFinish({ body: proof, signal })
    void place.host.browser.back()
    return answer.ok ? ok(answer.value) : browserFailure(answer)
  } finally {
    close()
  }
}

/** Whoever works here would be gone from their desk because somebody else was signed in in the browser. */
function isOther(place: Workplace, { cloudId, person }: SignedIn): boolean {
  const here = place.profile.signedIn()
  return here !== null && (here.cloudId !== cloudId || here.person.id !== person.id)
}

function browserFailure(failure: Failure<CloudFailure>): Failure<BrowserFailure> {
  const code = ofBrowser[failure.code]
  return code === undefined ? signInFailure(failure) : fail(code)
}

const ofBrowser: Partial<Record<CloudFailure, BrowserFailure>> = {
  'not-found': 'way-not-offered',
  'openid.away': 'provider-away',
  'openid.refused': 'provider-refused',
  schema: 'provider-refused',
  'openid.unverified': 'email-unverified',
  'openid.unknown': 'person-unknown',
}
