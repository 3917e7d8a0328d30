import { fail, ok } from '../../contracts/result.ts'
import type { AuditWhat } from '../../core/audit/audit-what.ts'
import { auditLogin } from '../audit/audit.ts'
import { uriOf } from '../second-factor/totp.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findPerson } from '../store/people.ts'
import { inTransaction } from '../store/row-locks.ts'
import {
  confirmSecret,
  offerSecret,
  readSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
} from '../store/second-factor.ts'
import type { Session } from '../store/sessions.ts'
import type { Handlers } from './handlers.ts'
import type { Prove } from './prove.ts'

type Names =
  | 'secondFactor'
  | 'startSecondFactor'
  | 'confirmSecondFactor'
  | 'renewRecoveryCodes'
  | 'endSecondFactor'

/** The second factor of whoever asks. */
export function secondFactorHandlers(
  database: CloudDatabase,
  { now, prove }: { readonly now: () => Date; readonly prove: Prove },
): Pick<Handlers, Names> {
  const tell = (db: CloudDatabase, { personId, desk }: Session, what: AuditWhat) =>
    auditLogin(db, personId, { what, desk }, now().toISOString())

  return {
    async secondFactor({ session }) {
      return ok(await readSecondFactor(database, session.personId))
    },

    async startSecondFactor({ session, body: { password }, address }) {
      const proved = await prove(session, { by: 'password', password }, address)
      if (!proved.ok) return proved
      const { personId } = session
      const person = await findPerson(database, { id: personId })
      const secret = await offerSecret(database, personId, now())
      if (!person || secret === null) return fail('stale')
      return ok({ secret, uri: uriOf(secret, person.email) })
    },

    confirmSecondFactor: ({ session, body }) =>
      inTransaction(database, async (db) => {
        const { personId } = session
        const confirmed = await confirmSecret(db, personId, body.code, now())
        if (confirmed === 'wrong') return fail('second-factor.wrong')
        if (confirmed === 'stale') return fail('stale')
        const recoveryCodes = await replaceRecoveryCodes(db, personId)
        await tell(db, session, 'second-factor-on')
        return ok({ recoveryCodes })
      }),

    async renewRecoveryCodes({ session, body, address }) {
      const proved = await prove(session, body.proof, address)
      if (!proved.ok) return proved
      return inTransaction(database, async (db) => {
        const { personId } = session
        if (!(await readSecondFactor(db, personId)).on) return fail('stale')
        const recoveryCodes = await replaceRecoveryCodes(db, personId)
        await tell(db, session, 'recovery-codes-renewed')
        return ok({ recoveryCodes })
      })
    },

    async endSecondFactor({ session, body, address }) {
      const proved = await prove(session, body.proof, address)
      if (!proved.ok) return proved
      return inTransaction(database, async (db) => {
        if (!(await removeSecondFactor(db, session.personId))) return fail('stale')
        await tell(db, session, 'second-factor-off')
        return ok({ on: false })
      })
    },
  }
}
