import { type Result, fail, ok } from '../../contracts/result.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { Workplace } from './ports.ts'
import { type SignInFailure, signInFailure } from './sign-in-failure.ts'

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

type Refusal = CloudRefusal | 'signed-out' | 'wrong-password' | 'too-many-attempts'

export async function changePassword(
  place: Workplace,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<Result<void, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.changePassword({ presentPassword: present, password })
  return answer.ok
    ? ok()
    : cloudRefusal(answer, {
        'sign-in.wrong': 'wrong-password',
        'rate-limited': 'too-many-attempts',
      })
}
