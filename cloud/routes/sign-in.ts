import { fail, ok } from '../../contracts/result.ts'
import type { Named } from '../audit/audit.ts'
import type { PasswordCheck } from '../password.ts'
import { findPerson } from '../store/people.ts'
import type { FailedSignIns } from '../store/sign-in-failures.ts'
import { type AdmitDeps, admit } from './admit.ts'
import type { Handlers } from './handlers.ts'

export type SignInDeps = AdmitDeps & {
  readonly checkPassword: PasswordCheck
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
      if (!person || !right) {
        await failures.failed(body.email, address)
        if (person) await deps.tellFailure(person.id, body.desk)
        return fail('sign-in.wrong')
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
}
