import { randomUUID } from 'node:crypto'
import type { SignedIn } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { mayUseDesk } from '../../core/role.ts'
import type { Named } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type Person, membershipsOf } from '../store/people.ts'
import type { Sessions } from '../store/sessions.ts'

export type AdmitDeps = {
  readonly db: CloudDatabase
  readonly cloudId: string
  readonly sessions: Sessions
}

/** Opens a session for somebody who was recognised, by their password or a provider, at a desk. */
export async function admit(
  { db, cloudId, sessions }: AdmitDeps,
  { id, email, name, passwordHash }: Person,
  by: 'password' | 'provider',
  desk: Named,
): Promise<Result<SignedIn, 'account.inactive' | 'sign-in.wrong'>> {
  const all = await membershipsOf(db, id)
  const withDesk = all.filter(({ role }) => mayUseDesk(role))
  const accounts = withDesk.filter(({ active }) => active)
  if (withDesk.length > 0 && accounts.length === 0) return fail('account.inactive')
  const tokens = await sessions.open({ id, by, passwordHash }, desk, randomUUID())
  if (!tokens.ok) return tokens
  return ok({
    cloudId,
    person: { id, email, name },
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      role: account.role,
    })),
    tokens: tokens.value,
  })
}
