import { fail, ok } from '../../contracts/result.ts'
import type { Named } from '../audit/audit.ts'
import type { PasswordCheck } from '../password.ts'
import { networkOf } from '../limits/network-of.ts'
import { knownPlace } from '../store/known-places.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findPerson } from '../store/people.ts'
import { type Judgement, type SignInLimits, tooMany } from '../store/sign-in-limits.ts'
import { type AdmitDeps, admit } from './admit.ts'
import type { Handlers } from './handlers.ts'
import { judgeCode } from './judge-code.ts'
import type { FloodOf } from './serve.ts'

export type SignInDeps = AdmitDeps & {
  readonly now: () => Date
  readonly checkPassword: PasswordCheck
  readonly limits: SignInLimits
  /** For the audit of the accounts of a person who is known. */
  readonly tellFailure: (personId: string, desk: Named) => Promise<void>
}

const wrong: Judgement<'sign-in.wrong'> = { verdict: 'wrong', code: 'sign-in.wrong' }
/** The password is all that there is. */
const alone: Judgement<never> = { verdict: 'right' }

/** Sign-in, refresh and sign-out of a desk. */
export function signInHandlers(deps: SignInDeps): Pick<Handlers, 'signIn' | 'refresh' | 'signOut'> {
  const { db, sessions, limits } = deps
  return {
    async signIn({ body: { email, password, code = null, desk }, address }) {
      const person = await findPerson(db, { email })
      const attempt = { email, personId: person?.id ?? null, deskId: desk.id, address }
      const wait = await limits.wait(attempt)
      if (wait > 0) return tooMany(wait)
      const right = await deps.checkPassword(person?.passwordHash ?? null, password)
      const judged = await limits.settle(attempt, async (inside) => {
        if (!person || !right) return wrong
        // Only whoever knows the password learns that there is a second factor.
        const given = { personId: person.id, code, desk, without: alone }
        return judgeCode(inside, given, deps.now())
      })
      if (judged.ok) return person ? admit(deps, person, 'password', desk) : fail('sign-in.wrong')
      if (person && judged.code.endsWith('.wrong')) await deps.tellFailure(person.id, desk)
      return judged
    },

    refresh: ({ body }) => sessions.refresh(body.refreshToken),

    async signOut({ session }) {
      await sessions.close(session)
      return ok({ signedOut: true })
    },
  }
}

/** Where somebody has signed in before they are counted by themselves, everybody else by their address. */
export function floodOfSignIn(db: CloudDatabase, now: () => Date): FloodOf {
  return async ({ body: { email, desk }, address }) => {
    const personId = (await findPerson(db, { email }))?.id ?? null
    const known = await knownPlace(db, { email, personId, deskId: desk.id, address }, now())
    return known === null ? networkOf(address) : `${personId} ${known}`
  }
}
