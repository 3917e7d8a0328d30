import { randomUUID } from 'node:crypto'
import { type Result, ok } from '../../contracts/result.ts'
import { audit } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { insertAccount, insertMembership } from '../store/people.ts'
import { type NewLogin, prepareLogin } from './prepare-login.ts'

/**
 * Adds an account with one Account Admin. `password` of the answer is present when it was made here: it
 * is nowhere else. A person with this email who exists joins the new account and keeps their password.
 */
export async function addAccount(
  database: CloudDatabase,
  account: NewLogin & { readonly name: string },
  now: Date,
): Promise<Result<{ accountId: string; password?: string }, 'email' | 'password-short'>> {
  const login = await prepareLogin(database, account)
  if (!login.ok) return login
  const { personId, made } = login.value
  const accountId = randomUUID()
  const at = now.toISOString()
  await database.transaction().execute(async (db) => {
    await insertAccount(db, { id: accountId, name: account.name }, at)
    await login.value.insert(db, at)
    await insertMembership(db, { personId, accountId, role: 'account-admin' })
    const about = { id: personId, name: account.personName || account.email }
    await audit(db, accountId, [{ who: null, what: 'account-added', about }], at)
  })
  return ok({ accountId, ...made })
}
