import type { SignedIn } from '../../contracts/cloud-api.ts'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type Failure, type Result, fail } from '../../contracts/result.ts'
import { mayUseDesk } from '../../core/role.ts'
import type { DeskIdentity, SessionView } from '../../core/session.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import { enterDesk } from './enter-desk.ts'
import type { Workplace } from './ports.ts'

type SignIn = Asking<Ipc>['session']['signIn']
type Account = DeskIdentity['account']
export type SignInFailure = Extract<Awaited<ReturnType<SignIn>>, { ok: false }>['code']

/** Asks the cloud who this is and opens the desk of that person. Nothing changes when it fails. */
export async function signIn(
  place: Workplace,
  input: {
    readonly cloudUrl: string
    readonly email: string
    readonly password: string
    readonly demo?: boolean
  },
): Promise<Result<SessionView, SignInFailure>> {
  const address = place.parseAddress(input.cloudUrl)
  if (!address.ok) return fail('bad-address', { ...address, field: 'cloudUrl' })
  const client = await place.clientFor(address.value)
  const answer = await client.signIn({
    body: {
      email: input.email.trim(),
      password: input.password,
      desk: { id: place.profile.deskId(), name: place.deskName },
    },
  })
  if (!answer.ok) return signInFailure(answer)

  const accounts = answer.value.accounts.filter(({ role }) => mayUseDesk(role))
  const account = chooseAccount(place, accounts)
  if (account === null) return fail('no-account')
  const { cloudId, person, tokens } = answer.value
  const identity: DeskIdentity = {
    cloudUrl: address.value,
    cloudId,
    demo: input.demo ?? false,
    person,
    account,
  }
  return enterDesk(place, { identity, accounts, tokens, client })
}

/** The account worked for last time, if it is still among them. */
function chooseAccount(place: Workplace, accounts: SignedIn['accounts']): Account | null {
  const last = place.profile.signedIn()?.account.id
  return accounts.find(({ id }) => id === last) ?? accounts[0] ?? null
}

function signInFailure(failure: Failure<CloudFailure>): Failure<SignInFailure> {
  switch (failure.code) {
    case 'sign-in.wrong':
    case 'schema':
      return fail('wrong-password')
    case 'network':
      return fail('cloud-away')
    case 'not-a-cloud':
    case 'not-found':
      return fail('not-a-cloud')
    case 'rate-limited': {
      const ms = failure.detail?.['retryAfterMs']
      const retryInSeconds = typeof ms === 'number' ? Math.ceil(ms / 1000) : 60
      return fail('too-many-attempts', { detail: { retryInSeconds } })
    }
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
    case 'registered':
    case 'stale':
    case 'invitation.expired':
    case 'token.invalid':
    case 'cursor.expired':
    case 'too-large':
    case 'internal':
    case 'unavailable':
      return fail('cloud-trouble')
  }
}
