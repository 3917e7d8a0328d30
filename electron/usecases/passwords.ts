import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { Workplace } from './ports.ts'
import { type SignInFailure, retryIn, signInFailure } from './sign-in-failure.ts'

/** Asks a cloud for a mail with a link to another password, before anybody is signed in. */
export async function askForPassword(
  place: Workplace,
  { cloudUrl, email }: { readonly cloudUrl: string; readonly email: string },
): Promise<Result<void, SignInFailure>> {
  const address = place.parseAddress(cloudUrl)
  if (!address.ok) return fail('bad-address', { ...address, field: 'cloudUrl' })
  const client = await place.clientFor(address.value)
  const answer = await client.forgotPassword({ body: { email: email.trim() } })
  return answer.ok ? ok() : signInFailure(answer)
}

type Refusal =
  | 'signed-out'
  | 'cloud-away'
  | 'sign-in-needed'
  | 'cloud-trouble'
  | 'wrong-password'
  | 'too-many-attempts'

export async function changePassword(
  place: Workplace,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<Result<void, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.changePassword({ presentPassword: present, password })
  return answer.ok ? ok() : changeFailure(answer)
}

/** What is not here is trouble of the cloud. */
const told: Readonly<Partial<Record<CloudFailure, Refusal>>> = {
  network: 'cloud-away',
  'token.invalid': 'sign-in-needed',
  'sign-in.wrong': 'wrong-password',
  'rate-limited': 'too-many-attempts',
}

function changeFailure(failure: Failure<CloudFailure>): Failure<Refusal> {
  const detail = failure.code === 'rate-limited' ? retryIn(failure) : {}
  return fail(told[failure.code] ?? 'cloud-trouble', detail)
}
