import { type Result, fail, ok } from '../../contracts/result.ts'
import type { AccountWish } from '../command-line/account-command.ts'
import type { CloudDatabase } from '../store/open-database.ts'

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

export async function setAccount(db: CloudDatabase, accountId: string, wish: AccountWish) {
  const { rename: name, language, invitationDays: invitation_days, active } = wish
  await db
    .updateTable('account')
    .set({
      ...(name !== undefined && { name }),
      ...(language !== undefined && { language }),
      ...(invitation_days !== undefined && { invitation_days }),
      ...(active !== undefined && { active: active ? 1 : 0 }),
    })
    .where('id', '=', accountId)
    .execute()
}
