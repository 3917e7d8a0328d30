import type { CloudDatabase } from './open-database.ts'
import type { RecordRow } from './records.ts'

/** Which records a person sees: all of the account, those they made, or those of a region. */
export type View = {
  readonly accountId: string
  readonly createdBy: string | null
  readonly regionId: string | null
}

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
 * given, so that a reader who has seen position n has seen everything up to n.
 */
export async function publish(db: CloudDatabase, accountId: string, changes: number) {
  if (changes === 0) return
  const { feed_seq: head } = await db
    .updateTable('account')
    .set((row) => ({ feed_seq: row('feed_seq', '+', changes) }))
    .where('id', '=', accountId)
    .returning('feed_seq')
    .executeTakeFirstOrThrow()
  await givePositions(db, accountId, head - changes)
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

/** Rows after a position up to another, in the order of the feed. */
export async function rowsBetween(
  db: CloudDatabase,
  view: View,
  range: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<RecordRow[]> {
  return visible(db, view)
    .selectAll()
    .where('seq', '>', range.after)
    .where('seq', '<=', range.upTo)
    .orderBy('seq')
    .limit(range.limit)
    .execute()
}

/** Living rows by id. */
export async function livingRows(
  db: CloudDatabase,
  view: View,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<RecordRow[]> {
  let query = visible(db, view).selectAll().where('deleted', '=', 0)
  if (page.after !== undefined) query = query.where('id', '>', page.after)
  return query.orderBy('id').limit(page.limit).execute()
}

/** Id and version of all living rows, by id. */
export async function livingVersions(db: CloudDatabase, view: View) {
  return visible(db, view)
    .select(['id', 'version'])
    .where('deleted', '=', 0)
    .orderBy('id')
    .execute()
}

function visible(db: CloudDatabase, view: View) {
  const rows = db.selectFrom('record').where('account_id', '=', view.accountId)
  if (view.createdBy !== null) return rows.where('created_by', '=', view.createdBy)
  return view.regionId === null ? rows : rows.where('region_id', '=', view.regionId)
}
