import type { SessionEnd } from '../../contracts/cloud-api.ts'
import type { CloudDatabase } from './open-database.ts'

/**
 * Ends sessions of a person: all of them, or those of these ids. Their desks are told why when they ask next.
 * Answers how many.
 */
export async function endSessions(
  db: CloudDatabase,
  personId: string,
  ended: Exclude<SessionEnd, 'expired' | 'reused'>,
  ids: readonly string[] | null = null,
): Promise<number> {
  if (ids?.length === 0) return 0
  const open = db
    .updateTable('desk_session')
    .set({ ended })
    .where('person_id', '=', personId)
    .where('ended', 'is', null)
  const done = await (ids === null ? open : open.where('id', 'in', ids)).executeTakeFirst()
  return Number(done.numUpdatedRows)
}
