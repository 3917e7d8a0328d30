import type { SelfProof } from '../../contracts/cloud-second-factor.ts'
import { type Result, fail } from '../../contracts/result.ts'
import { findPerson } from '../store/people.ts'
import type { Session } from '../store/sessions.ts'
import { type Judgement, tooMany } from '../store/sign-in-limits.ts'
import { judgeCode } from './judge-code.ts'
import type { SignInDeps } from './sign-in.ts'

type Refusal =
  'sign-in.wrong' | 'second-factor.wrong' | 'second-factor.needed' | 'stale' | 'rate-limited'

/** Who is signed in shows once more who they are; guesses count as those of a sign-in. */
export type Prove = (
  session: Session,
  proof: SelfProof,
  address: string,
) => Promise<Result<void, Refusal>>

const wrong: Judgement<'sign-in.wrong'> = { verdict: 'wrong', code: 'sign-in.wrong' }
const none: Judgement<'stale'> = { verdict: 'open', code: 'stale' }

export function createProve({ db, now, limits, checkPassword, tellFailure }: SignInDeps): Prove {
  return async ({ personId, desk }, proof, address) => {
    const person = await findPerson(db, { id: personId })
    if (!person) return fail('sign-in.wrong')
    const { email, passwordHash } = person
    const attempt = { email, personId, deskId: desk.id, address }
    const wait = await limits.wait(attempt)
    if (wait > 0) return tooMany(wait)
    // Outside of the transaction: it takes its time on purpose.
    const right = proof.by === 'password' && (await checkPassword(passwordHash, proof.password))
    const judged = await limits.settle<Refusal>(attempt, async (inside) => {
      if (proof.by === 'password') return right ? { verdict: 'right' } : wrong
      return judgeCode(inside, { personId, code: proof.code, desk, without: none }, now())
    })
    if (!judged.ok && judged.code.endsWith('.wrong')) await tellFailure(personId, desk)
    return judged
  }
}
