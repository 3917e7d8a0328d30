import { fail, ok } from '../../contracts/result.ts'
import { auditLogin } from '../audit/audit.ts'
import { networkOf } from '../limits/network-of.ts'
import { hashPassword } from '../password.ts'
import { type AskingLimit, countAsking } from '../store/asking-limit.ts'
import { endSessions } from '../store/end-sessions.ts'
import { queueLoginMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { setPassword } from '../store/passwords.ts'
import { emailKey, findPerson } from '../store/people.ts'
import { inTransaction } from '../store/row-locks.ts'
import { signInsOf } from '../store/signed-in-desks.ts'
import type { Handlers } from './handlers.ts'
import type { Prove } from './prove.ts'

/** Whoever asks for others fills their mailbox, and takes the link before from them. */
const perEmail: AskingLimit = { name: 'password of', allowed: 3, minutes: 60 }
/** People at one site share an address. */
const perNetwork: AskingLimit = { name: 'passwords from', allowed: 30, minutes: 60 }

export type PasswordDeps = {
  readonly now: () => Date
  readonly prove: Prove
  /** After a commit that queued a mail. */
  readonly mailQueued: () => void
}

/** Another password, by a link in a mail or by the one before. */
export function passwordHandlers(
  database: CloudDatabase,
  { now, prove, mailQueued }: PasswordDeps,
): Pick<Handlers, 'forgotPassword' | 'changePassword'> {
  return {
    /**
     * Does the same whether anybody has this email: a mail is queued, and whoever carries mails out sees that
     * there is nobody. That begins once the answer is on its way, so that its time tells nothing either.
     */
    async forgotPassword({ body: { email }, address }) {
      const at = now()
      const waits = [
        await countAsking(database, perNetwork, networkOf(address), at),
        await countAsking(database, perEmail, emailKey(email), at),
      ]
      const wait = Math.max(...waits)
      if (wait > 0) return fail('rate-limited', { detail: { retryAfterSeconds: wait } })
      const mail = { kind: 'password-link', email } as const
      await inTransaction(database, (db) => queueLoginMail(db, mail, at.toISOString()))
      setImmediate(mailQueued)
      return ok({ asked: true })
    },

    async changePassword({ session, body, address }) {
      const proof = { by: 'password', password: body.presentPassword } as const
      const proved = await prove(session, proof, address)
      if (!proved.ok) return proved
      const passwordHash = await hashPassword(body.password)
      const { personId, desk } = session
      const at = now().toISOString()
      const signedOut = await inTransaction(database, async (db) => {
        const person = await findPerson(db, { id: personId })
        if (person === null) return null
        await setPassword(db, personId, passwordHash)
        const others = (await signInsOf(db, personId, at)).filter(({ id }) => id !== session.id)
        const ids = others.map(({ id }) => id)
        const ended = await endSessions(db, personId, 'password-changed', ids)
        await queueLoginMail(db, { kind: 'password-changed', email: person.email }, at)
        await auditLogin(db, personId, { what: 'password-changed', desk }, at)
        return ended
      })
      if (signedOut === null) return fail('token.invalid')
      mailQueued()
      return ok({ signedOut })
    },
  }
}
