import type { SignedIn } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { mayUseDesk } from '../../core/role.ts'
import type { DeskIdentity, SessionView } from '../../core/session.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import { enterDesk } from './enter-desk.ts'
import type { Workplace } from './ports.ts'
import { type SignInFailure, signInFailure } from './sign-in-failure.ts'

type Account = DeskIdentity['account']
type Credentials = {
  readonly email: string
  readonly password: string
  /** Once the cloud has said that one is needed. */
  readonly code?: string | undefined
}

/** Asks the cloud who this is and opens the desk of that person. Nothing changes when it fails. */
export async function signIn(
  place: Workplace,
  input: Credentials & { readonly cloudUrl: string; readonly demo?: boolean },
): Promise<Result<SessionView, SignInFailure>> {
  const address = place.parseAddress(input.cloudUrl)
  if (!address.ok) return fail('bad-address', { ...address, field: 'cloudUrl' })
  const client = await place.clientFor(address.value)
  const answer = await askCloud(place, client, input)
  if (!answer.ok) return answer
  const way = { client, cloudUrl: address.value, demo: input.demo ?? false }
  return sitDownAs(place, way, answer.value)
}

/** The same person at the same desk, as when their tokens have ended. */
export async function signInAgain(
  place: Workplace,
  before: DeskIdentity,
  proof: Omit<Credentials, 'email'>,
): Promise<Result<SessionView, SignInFailure>> {
  const { cloudUrl, demo } = before
  const client = await place.clientFor(cloudUrl)
  const answer = await askCloud(place, client, { ...proof, email: before.person.email })
  if (!answer.ok) return answer
  const { cloudId, person } = answer.value
  const same = cloudId === before.cloudId && person.id === before.person.id
  return same ? sitDownAs(place, { client, cloudUrl, demo }, answer.value) : fail('wrong-password')
}

type Way = Pick<DeskIdentity, 'cloudUrl' | 'demo'> & { readonly client: CloudClient }

/** Opens the desk of somebody whom the cloud has recognised, in whatever way. */
export async function sitDownAs(
  place: Workplace,
  { client, cloudUrl, demo }: Way,
  signedIn: SignedIn,
): Promise<Result<SessionView, SignInFailure>> {
  const accounts = signedIn.accounts.filter(({ role }) => mayUseDesk(role))
  const account = chooseAccount(place, accounts)
  if (account === null) return fail('no-account')
  const { cloudId, person, tokens } = signedIn
  const identity: DeskIdentity = { cloudUrl, cloudId, demo, person, account }
  return enterDesk(place, { identity, accounts, tokens, client })
}

async function askCloud(
  place: Workplace,
  client: CloudClient,
  { email, password, code }: Credentials,
): Promise<Result<SignedIn, SignInFailure>> {
  const desk = { id: place.profile.deskId(), name: place.deskName }
  const second = code === undefined ? {} : { code }
  const answer = await client.signIn({ body: { email: email.trim(), password, ...second, desk } })
  return answer.ok ? ok(answer.value) : signInFailure(answer)
}

/** The account worked for last time, if it is still among them. */
function chooseAccount(place: Workplace, accounts: SignedIn['accounts']): Account | null {
  const last = place.profile.signedIn()?.account.id
  return accounts.find(({ id }) => id === last) ?? accounts[0] ?? null
}
