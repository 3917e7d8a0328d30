import type { EndpointName, ProblemCode } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { type Access, askRefusal, endpointAccess } from '../../core/policy.ts'
import { role } from '../../core/role.ts'
import { sightOf } from '../../core/sight.ts'
import type { Actor } from '../operations/operation-context.ts'
import type { View } from '../store/feed.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Session } from '../store/sessions.ts'

/** A new endpoint needs its line in core/policy.ts. */
const accessOf: Readonly<Record<EndpointName, Access>> = endpointAccess

/** Who a session is within the account that an endpoint was asked about, or why it is refused by core/policy. */
export async function actorIn(
  db: CloudDatabase,
  session: Session,
  accountId: string,
  endpoint: EndpointName,
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
  const given = row?.role == null ? null : role.parse(row.role)
  if (!row || given === null) return fail('not-found')
  const refusal = askRefusal({ role: given, regionId: row.regionId }, accessOf[endpoint])
  if (refusal === 'not-found' || refusal === 'forbidden') return fail(refusal)
  if (row.active === 0) return fail('forbidden')
  if (refusal !== null) return fail(refusal)
  const { personId, person, desk } = session
  const { regionId } = row
  return ok({ personId, person, desk, accountId, role: given, regionId })
}

/** How the audit names who did something, and where. */
export function byActor({ personId, person, desk }: Actor) {
  return { who: { id: personId, name: person }, desk }
}

/** The records that an actor sees. */
export function viewOf(actor: Actor): View {
  return { accountId: actor.accountId, sight: sightOf(actor) }
}
