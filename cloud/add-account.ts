import { randomUUID } from 'node:crypto'
import { email as emailShape } from '../core/person.ts'
import { type Result, fail, ok } from '../contracts/result.ts'
import { hashPassword } from './password.ts'
import type { CloudDatabase } from './store/open-database.ts'
import { findPerson, insertAccount, insertMembership, insertPerson } from './store/people.ts'
import { newToken } from './tokens.ts'

export const shortestPassword = 10

export type NewAccount = {
  readonly name: string
  readonly email: string
  readonly personName: string
  /** null: one is made. */
  readonly password: string | null
}

/**
 * Adds an account with one Account Admin. `password` of the answer is present when it was made here: it
 * is nowhere else. A person with this email who exists joins the new account and keeps their password.
 */
export async function addAccount(
  db: CloudDatabase,
  account: NewAccount,
  now: Date,
): Promise<Result<{ accountId: string; password?: string }, 'email' | 'password-short'>> {
  const email = emailShape.safeParse(account.email)
  if (!email.success) return fail('email')
  const given = account.password
  if (given !== null && given.length < shortestPassword) return fail('password-short')

  const known = await findPerson(db, { email: email.data })
  const password = given ?? newToken().slice(0, 20)
  const passwordHash = known?.passwordHash ?? (await hashPassword(password))
  const accountId = randomUUID()
  await db.transaction().execute(async (transaction) => {
    const at = now.toISOString()
    const personId = known?.id ?? randomUUID()
    const name = account.personName || email.data
    await insertAccount(transaction, { id: accountId, name: account.name }, at)
    if (!known) {
      await insertPerson(transaction, { id: personId, email: email.data, name, passwordHash }, at)
    }
    await insertMembership(transaction, { personId, accountId, role: 'account-admin' })
  })
  return ok(known || given !== null ? { accountId } : { accountId, password })
}
