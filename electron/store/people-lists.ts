import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import { fieldsOf } from './wish.ts'

const shownRecent = 10

export const recentSql = `SELECT ${personColumns} FROM record
  WHERE made_here IS NOT NULL AND deleted = 0 ORDER BY made_here DESC LIMIT ?`

/** One record, and the last ones made here. */
export function createPeopleLists(db: Database): Pick<PeopleStore, 'fields' | 'recent'> {
  const one = db.prepare<[string], PersonColumns>(
    `SELECT ${personColumns} FROM record WHERE id = ? AND deleted = 0`,
  )
  const recent = db.prepare<[number], PersonColumns>(recentSql)
  return {
    fields: (recordId) =>
      db.read(() => {
        const columns = one.get(recordId)
        return columns === undefined ? null : fieldsOf(columns)
      }),
    recent: () => db.read(() => recent.all(shownRecent).map(readPersonRow)),
  }
}
