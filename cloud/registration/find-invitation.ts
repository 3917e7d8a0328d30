import { mayShareLogin, role } from '../../core/role.ts'
import { findByToken } from '../store/invitations.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type Login, findLogin } from '../store/people.ts'
import type { RecordRow } from '../store/records.ts'

/** Why a link leads nowhere. `other-role`: the person's login has a role elsewhere that excludes this. */
export type ClosedReason = 'unknown' | 'withdrawn' | 'used' | 'expired' | 'inactive' | 'other-role'

export type OpenInvitation = {
  readonly state: 'open'
  readonly row: RecordRow
  readonly account: { readonly name: string; readonly language: string }
  /** Who signs in with this address already; they join with their own password. */
  readonly login: Login | null
}

export type FoundInvitation = OpenInvitation | { readonly state: ClosedReason }

/** What a registration link stands for now. */
export async function findInvitation(
  db: CloudDatabase,
  token: string,
  now: string,
  options: { readonly hold?: boolean } = {},
): Promise<FoundInvitation> {
  const found = await findByToken(db, token, options)
  if (!found) return { state: 'unknown' }
  const { row } = found
  if (row?.registered_version) return { state: 'used' }
  if (!row || found.withdrawn || row.kind !== 'invitation' || row.email === null) {
    return { state: 'withdrawn' }
  }
  if (row.invite_expires_at !== null && row.invite_expires_at <= now) return { state: 'expired' }
  const account = await db
    .selectFrom('account')
    .select(['name', 'language', 'active'])
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  if (account.active === 0) return { state: 'inactive' }

  const login = await findLogin(db, row.email)
  const elsewhere = (login?.memberships ?? []).filter(
    ({ accountId }) => accountId !== row.account_id,
  )
  const roles = elsewhere.map((membership) => membership.role)
  const fits = mayShareLogin(role.parse(row.role), roles)
  if (login && (!login.active || !fits)) return { state: 'other-role' }
  return { state: 'open', row, account, login }
}
