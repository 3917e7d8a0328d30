import { mayUseDesk, role } from '../../core/role.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { oneOf } from '../store/one-of.ts'

/**
 * Regions in which a desk may know of somebody: where their records are and were, and where they did something
 * themselves. Whoever has a desk of their own may be named in any of them.
 */
export async function regionsWithCopies(
  db: CloudDatabase,
  accountId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (await hasDesk(db, accountId, ids)) {
    const all = db.selectFrom('region').select('id').where('account_id', '=', accountId)
    return (await all.execute()).map(({ id }) => id)
  }
  const records = db
    .selectFrom('record')
    .select('region_id')
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'id', ids))
  const left = db
    .selectFrom('departure')
    .select('region_id')
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'record_id', ids))
  const lines = db.selectFrom('desk_log').select('region_id').where('account_id', '=', accountId)
  const found = [
    ...(await records.execute()),
    ...(await left.execute()),
    ...(await lines
      .where(oneOf(db, 'record_id', ids))
      .distinct()
      .execute()),
    ...(await lines
      .where(oneOf(db, 'who_id', ids))
      .distinct()
      .execute()),
  ]
  return [...new Set(found.flatMap(({ region_id }) => region_id ?? []))]
}

async function hasDesk(db: CloudDatabase, accountId: string, ids: readonly string[]) {
  const members = await db
    .selectFrom('membership')
    .select('role')
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'person_id', ids))
    .execute()
  return members.some((member) => mayUseDesk(role.parse(member.role)))
}
