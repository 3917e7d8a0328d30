import { type Insertable, type Selectable, type SqlBool, sql } from 'kysely'
import { type LogLine, logLine } from '../../core/desk-log/desk-log.ts'
import type { View } from './feed.ts'
import { notAfter } from './feed-pages.ts'
import { insertAtOnce } from './insert-at-once.ts'
import type { CloudDatabase } from './open-database.ts'
import type { DeskLogTable } from './schema.ts'

type Row = Selectable<DeskLogTable>
export type NewLogRow = Omit<Insertable<DeskLogTable>, 'seq'>

/** Adds lines behind place `before`; for a caller who has raised the account's counter by their number. */
export async function addToLog(db: CloudDatabase, before: number, rows: readonly NewLogRow[]) {
  const placed = rows.map((row, at) => ({ ...row, seq: before + 1 + at }))
  await insertAtOnce(db, 'desk_log', placed)
}

/** Lines after a position, oldest first. */
export async function linesAfter(
  db: CloudDatabase,
  view: View,
  range: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<Row[]> {
  return seenBy(db, view)
    .where('seq', '>', range.after)
    .where(notAfter, '<=', range.upTo)
    .orderBy('seq')
    .limit(range.limit)
    .execute()
}

/** Lines up to a position, newest first. */
export async function linesBefore(
  db: CloudDatabase,
  view: View,
  range: { readonly before: number; readonly limit: number },
): Promise<Row[]> {
  return seenBy(db, view)
    .where('seq', '<', range.before)
    .orderBy('seq', 'desc')
    .limit(range.limit)
    .execute()
}

/** Whoever gave up a card may be of another region than whoever got it, and is then not named. */
export function lineOf({ sight }: View, row: Row): LogLine {
  const namesGiver = sight.of !== 'region' || row.from_region_id === sight.regionId
  return logLine.parse({
    opId: row.op_id,
    nth: row.nth,
    at: row.at,
    who: row.who,
    deskId: row.desk_id,
    desk: row.desk,
    reader: row.reader,
    what: row.what,
    person: row.person,
    from: namesGiver ? row.from_person : null,
    card: row.card,
    instead: row.instead,
    refusal: row.refusal,
  })
}

function seenBy(db: CloudDatabase, { accountId, sight }: View) {
  const lines = db.selectFrom('desk_log').selectAll().where('account_id', '=', accountId)
  if (sight.of === 'account') return lines
  return sight.of === 'region'
    ? lines.where('region_id', '=', sight.regionId)
    : lines.where(sql<SqlBool>`false`)
}
