import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type Failure, fail } from '../../contracts/result.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'

type SignIn = Asking<Ipc>['session']['signIn']
export type SignInFailure = Extract<Awaited<ReturnType<SignIn>>, { ok: false }>['code']

/** What the cloud says of a sign-in, as it is told to the person. */
export function signInFailure(failure: Failure<CloudFailure>): Failure<SignInFailure> {
  switch (failure.code) {
    case 'sign-in.wrong':
    case 'schema':
      return fail('wrong-password')
    case 'second-factor.needed':
      return fail('code-needed')
    case 'second-factor.wrong':
      return fail('code-wrong')
    case 'network':
      return fail('cloud-away')
    case 'not-a-cloud':
    case 'not-found':
      return fail('not-a-cloud')
    case 'rate-limited':
      return fail('too-many-attempts', retryIn(failure))
    case 'proxy':
      return fail('cloud-proxy')
    case 'tls':
      return fail('cloud-certificate')
    case 'tls-date':
      return fail('cloud-date')
    case 'upgrade':
      return fail('upgrade', failure.detail === undefined ? {} : { detail: failure.detail })
    case 'forbidden':
      return fail('no-account')
    case 'account.inactive':
      return fail('account-inactive')
    case 'region.missing':
    case 'registered':
    case 'stale':
    case 'invitation.expired':
    case 'token.invalid':
    case 'cursor.expired':
    case 'too-large':
    case 'openid.away':
    case 'openid.refused':
    case 'openid.unknown':
    case 'openid.unverified':
    case 'internal':
    case 'unavailable':
      return fail('cloud-trouble')
  }
}

/** When guessing goes on; a minute where the cloud does not say. */
export function retryIn({ detail }: Failure<CloudFailure>) {
  const ms = detail?.['retryAfterMs']
  return { detail: { retryInSeconds: typeof ms === 'number' ? Math.ceil(ms / 1000) : 60 } }
}
