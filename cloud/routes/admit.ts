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

/** Opens a session for somebody who was recognised, in whatever way, at a desk. */
export async function admit(
  { db, cloudId, sessions }: AdmitDeps,
  { id, email, name }: Person,
  desk: Named,
): Promise<Result<SignedIn, 'account.inactive'>> {
  const all = await membershipsOf(db, id)
  const withDesk = all.filter(({ role }) => mayUseDesk(role))
  const accounts = withDesk.filter(({ active }) => active)
  if (withDesk.length > 0 && accounts.length === 0) return fail('account.inactive')
  return ok({
    cloudId,
    person: { id, email, name },
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      role: account.role,
    })),
    tokens: await sessions.open(id, desk, randomUUID()),
  })
}
