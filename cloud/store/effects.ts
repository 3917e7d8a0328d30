import type { CloudDatabase } from './open-database.ts'
import { type RecordRow, grantsOf } from './records.ts'

/**
 * Brings what doors go by in line with a record: a user's groups and rights are in effect, those of an
 * invitation and of a deleted record are not.
 */
export async function putInEffect(db: CloudDatabase, row: RecordRow) {
  // A new record has been given nothing yet.
  if (row.version === 1) return
  const of = { account_id: row.account_id, record_id: row.id }
  for (const table of ['group_member', 'access_right'] as const) {
    await db
      .deleteFrom(table)
      .where('account_id', '=', of.account_id)
      .where('record_id', '=', of.record_id)
      .execute()
  }
  if (row.deleted === 1 || row.kind !== 'user') return
  const { groups, rights } = grantsOf(row)
  for (const group of groups) {
    await db
      .insertInto('group_member')
      .values({ ...of, group_id: group })
      .execute()
  }
  for (const right of rights) {
    const values = {
      ...of,
      id: right.id,
      target_kind: right.target.kind,
      target_id: right.target.id,
      valid_from: right.from,
      valid_until: right.until,
      schedule_id: right.scheduleId,
    }
    await db.insertInto('access_right').values(values).execute()
  }
}
