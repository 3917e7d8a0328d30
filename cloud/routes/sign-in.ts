import { type Failure, fail, ok } from '../../contracts/result.ts'
import type { Named } from '../audit/audit.ts'
import type { PasswordCheck } from '../password.ts'
import { findPerson } from '../store/people.ts'
import type { FailedSignIns } from '../store/sign-in-failures.ts'
import { type AdmitDeps, admit } from './admit.ts'
import type { Call, Handlers } from './handlers.ts'
import type { SecondFactorCheck } from './second-factor-check.ts'

export type SignInDeps = AdmitDeps & {
  readonly checkPassword: PasswordCheck
  readonly checkSecondFactor: SecondFactorCheck
  readonly failures: FailedSignIns
  /** For the audit of the accounts of a person who is known. */
  readonly tellFailure: (personId: string, desk: Named) => Promise<void>
}

/** Sign-in, refresh and sign-out of a desk. */
export function signInHandlers(deps: SignInDeps): Pick<Handlers, 'signIn' | 'refresh' | 'signOut'> {
  const { db, sessions, failures } = deps
  return {
    async signIn({ body, address }) {
      const wait = await failures.waitSeconds(body.email, address)
      if (wait > 0) return fail('rate-limited', { detail: { retryAfterSeconds: wait } })
      const person = await findPerson(db, { email: body.email })
      const right = await deps.checkPassword(person?.passwordHash ?? null, body.password)
      const refusal = person && right ? await secondRefusal(person.id, body) : fail('sign-in.wrong')
      if (refusal?.code === 'second-factor.needed') return refusal
      if (!person || refusal) {
        await failures.failed(body.email, address)
        if (person) await deps.tellFailure(person.id, body.desk)
        return refusal ?? fail('sign-in.wrong')
      }
      await failures.succeeded(body.email, address)
      return admit(deps, person, body.desk)
    },

    refresh: ({ body }) => sessions.refresh(body.refreshToken),

    async signOut({ session }) {
      await sessions.close(session)
      return ok({ signedOut: true })
    },
  }

  /** Only whoever knows the password learns that there is a second factor. */
  async function secondRefusal(
    personId: string,
    { code, desk }: Call<'signIn'>['body'],
  ): Promise<Failure<'second-factor.needed' | 'second-factor.wrong'> | null> {
    const checked = await deps.checkSecondFactor(personId, code ?? null, desk)
    if (checked === 'needed') return fail('second-factor.needed')
    return checked === 'wrong' ? fail('second-factor.wrong') : null
  }
}
