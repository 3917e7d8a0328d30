import type { ProblemCode } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { mayUseDesk, role, seesOnlyOwn, seesOnlyRegion } from '../../core/role.ts'
import type { Actor } from '../operations/operation-context.ts'
import type { View } from '../store/feed.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Session } from '../store/sessions.ts'

/** Who a session is within an account; refused for strangers, roles without a desk and inactive accounts. */
export async function actorIn(
  db: CloudDatabase,
  session: Session,
  accountId: string,
): Promise<Result<Actor, ProblemCode>> {
  const row = await db
    .selectFrom('account')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'account.id')
        .on('membership.person_id', '=', session.personId),
    )
    .select(['account.active', 'membership.role', 'membership.region_id as regionId'])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!row) return fail('not-found')
  if (row.active === 0 || row.role === null) return fail('forbidden')
  const { personId, person, desk } = session
  const { regionId } = row
  const actor = { personId, person, desk, accountId, role: role.parse(row.role), regionId }
  return mayUseDesk(actor.role) ? ok(actor) : fail('forbidden')
}

/** How the audit names who did something, and where. */
export function byActor({ personId, person, desk }: Actor) {
  return { who: { id: personId, name: person }, desk }
}

/** The records that an actor sees. */
export function viewOf({ accountId, personId, role: actorRole, regionId }: Actor): View {
  const createdBy = seesOnlyOwn(actorRole) ? personId : null
  return { accountId, createdBy, regionId: seesOnlyRegion(actorRole) ? regionId : null }
}
