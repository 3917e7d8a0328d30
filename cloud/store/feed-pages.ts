import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Change } from '../../core/record.ts'
import type { View } from './feed.ts'
import type { CloudDatabase } from './open-database.ts'
import { type RecordRow, changeOf } from './records.ts'

export type FeedRange = { readonly after: number; readonly upTo: number; readonly limit: number }
export type Positioned = { readonly seq: number; readonly change: Change }

/**
 * Nothing is found by the end, since hardly anything lies behind it. Asked as a column, SQLite takes two bounds
 * of the place for better than region or person, and walks through what everybody changed.
 */
export const notAfter = sql<number>`seq + 0`

/** What changed after a position up to another, in the order of the feed. */
export async function changesBetween(
  db: CloudDatabase,
  view: View,
  range: FeedRange,
): Promise<Positioned[]> {
  const rows = await rowsBetween(db, view, range)
  const changes = rows.map((row) => ({ seq: row.seq, change: changeOf(row) }))
  if (view.sight.of !== 'region') return changes
  const left = await departuresBetween(db, view.accountId, view.sight.regionId, range)
  return [...changes, ...left].toSorted((a, b) => a.seq - b.seq).slice(0, range.limit)
}

export async function rowsBetween(
  db: CloudDatabase,
  view: View,
  range: FeedRange,
): Promise<RecordRow[]> {
  return visible(db, view)
    .selectAll()
    .where('seq', '>', range.after)
    .where(notAfter, '<=', range.upTo)
    .orderBy('seq')
    .limit(range.limit)
    .execute()
}

async function departuresBetween(
  db: CloudDatabase,
  accountId: string,
  regionId: string,
  range: FeedRange,
): Promise<Positioned[]> {
  const rows = await db
    .selectFrom('departure')
    .select(['record_id as id', 'version', 'seq'])
    .where('account_id', '=', accountId)
    .where('region_id', '=', regionId)
    .where('seq', '>', range.after)
    .where(notAfter, '<=', range.upTo)
    .orderBy('seq')
    .limit(range.limit)
    .execute()
  return rows.map(({ id, version, seq }) => ({
    seq,
    change: { id, version, deleted: true, state: null, opId: null },
  }))
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

function visible(db: CloudDatabase, { accountId, sight }: View) {
  const rows = db.selectFrom('record').where('account_id', '=', accountId)
  switch (sight.of) {
    case 'account':
      return rows
    case 'own':
      return rows.where('created_by', '=', sight.personId)
    case 'region':
      return rows.where('region_id', '=', sight.regionId)
    case 'nobody':
      return rows.where(sql<SqlBool>`false`)
  }
}
