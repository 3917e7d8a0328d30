import { type Result, fail, ok } from '../../contracts/result.ts'
import type { AccountWish } from '../command-line/account-command.ts'
import { audit } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'

export type AccountRefusal = 'account-none' | 'account-which' | 'account-unknown'

/** By id or name; null: the only one there is. */
export async function findAccount(
  db: CloudDatabase,
  given: string | null,
): Promise<Result<string, AccountRefusal>> {
  const all = await db.selectFrom('account').select(['id', 'name']).orderBy('name').execute()
  const asked = all.filter(({ id, name }) => given === null || id === given || name === given)
  const [only, ...others] = asked
  if (only !== undefined && others.length === 0) return ok(only.id)
  if (all.length === 0) return fail('account-none')
  return only === undefined ? fail('account-unknown') : fail('account-which')
}

export async function listAccounts(db: CloudDatabase) {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'active', 'language', 'invitation_days'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, active, language, invitation_days: invitationDays }) => ({
    id,
    name,
    active: active === 1,
    language,
    invitationDays,
  }))
}

export async function setAccount(
  database: CloudDatabase,
  accountId: string,
  wish: AccountWish,
  now: Date,
) {
  const { rename: name, language, invitationDays: invitation_days, active } = wish
  const set = {
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(invitation_days !== undefined && { invitation_days }),
    ...(active !== undefined && { active: active ? 1 : 0 }),
  }
  await inTransaction(database, async (db) => {
    await db.updateTable('account').set(set).where('id', '=', accountId).execute()
    const entry = { who: null, what: 'account-set', fields: Object.keys(set) } as const
    await audit(db, accountId, [entry], now.toISOString())
  })
}
