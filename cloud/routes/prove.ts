import type { SelfProof } from '../../contracts/cloud-second-factor.ts'
import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import { findPerson } from '../store/people.ts'
import type { Session } from '../store/sessions.ts'
import type { SignInDeps } from './sign-in.ts'

type Refusal = 'sign-in.wrong' | 'second-factor.wrong' | 'stale' | 'rate-limited'

/** Who is signed in shows once more who they are; guesses count as those of a sign-in. */
export type Prove = (
  session: Session,
  proof: SelfProof,
  address: string,
) => Promise<Result<void, Refusal>>

export function createProve(deps: SignInDeps): Prove {
  const { failures } = deps
  return async ({ personId, desk }, proof, address) => {
    const person = await findPerson(deps.db, { id: personId })
    if (!person) return fail('sign-in.wrong')
    const wait = await failures.waitSeconds(person.email, address)
    if (wait > 0) return fail('rate-limited', { detail: { retryAfterSeconds: wait } })
    const refusal = await refusalOf(person.passwordHash)
    if (refusal === null) {
      await failures.succeeded(person.email, address)
      return ok()
    }
    if (refusal.code !== 'stale') {
      await failures.failed(person.email, address)
      await deps.tellFailure(personId, desk)
    }
    return refusal

    async function refusalOf(passwordHash: string): Promise<Failure<Refusal> | null> {
      if (proof.by === 'password') {
        return (await deps.checkPassword(passwordHash, proof.password))
          ? null
          : fail('sign-in.wrong')
      }
      const checked = await deps.checkSecondFactor(personId, proof.code, desk)
      if (checked === 'off') return fail('stale')
      return checked === 'wrong' ? fail('second-factor.wrong') : null
    }
  }
}
