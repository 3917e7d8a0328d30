import type { Sight } from '../../core/sight.ts'
import type { CloudDatabase } from './open-database.ts'

/** Which records of which account a person sees. */
export type View = { readonly accountId: string; readonly sight: Sight }

/**
 * The feed position of rows written in an open transaction: negative, by order within it. Nobody else
 * sees it, since it is replaced before COMMIT.
 */
export function provisionalPosition(nth: number): number {
  return -nth
}

/** The position that a provisional one becomes when the counter stood at `before`. */
export function placeOf(provisional: number, before: number): number {
  return before - provisional
}

/**
 * Raises the account's counter by `changes` and gives the transaction's rows their positions. To be the
 * last statement before COMMIT: whoever holds the counter's row commits before the next position is
 * given, so that a reader who has seen position n has seen everything up to n. Returns the position before.
 */
export async function publish(
  db: CloudDatabase,
  accountId: string,
  changes: number,
): Promise<number> {
  const { feed_seq: head } = await db
    .updateTable('account')
    .set((row) => ({ feed_seq: row('feed_seq', '+', changes) }))
    .where('id', '=', accountId)
    .returning('feed_seq')
    .executeTakeFirstOrThrow()
  await givePositions(db, accountId, head - changes)
  return head - changes
}

/** The transaction's rows get their positions after `before`, to which the counter was raised. */
export async function givePositions(db: CloudDatabase, accountId: string, before: number) {
  await db
    .updateTable('record')
    .set((row) => ({ seq: row(row.val(before), '-', row.ref('seq')) }))
    .where('account_id', '=', accountId)
    .where('seq', '<', 0)
    .execute()
}

/**
 * Positions of the latest change, log line and erasure, up to where tombstones are gone, and the
 * directory's version.
 */
export async function feedState(db: CloudDatabase, accountId: string) {
  const row = await db
    .selectFrom('account')
    .select(['feed_seq', 'purged_seq', 'directory_version', 'log_seq', 'erasure_seq'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return {
    head: row.feed_seq,
    purged: row.purged_seq,
    directory: row.directory_version,
    log: row.log_seq,
    erased: row.erasure_seq,
  }
}
