import { type RawBuilder, sql } from 'kysely'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'
import type { Schema } from './schema.ts'

type Row = Readonly<Record<string, string | number | null>>

/**
 * Adds rows in one statement with one value, their JSON: neither side takes a thousand values apart. Every
 * row has every column.
 */
export async function insertAtOnce(
  db: CloudDatabase,
  table: keyof Schema,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${names}) ${
    hasRowLocks(db) ? ofRecordset(table, names, rows) : ofJsonEach(columns, rows)
  }`.execute(db)
}

/** No row of the table: its type alone. Its name will not do, `record` is a type of PostgreSQL's own. */
function ofRecordset(table: string, names: RawBuilder<unknown>, rows: readonly Row[]) {
  const shape = sql`(select row_of from ${sql.table(table)} as row_of limit 0)`
  const json = JSON.stringify(rows)
  return sql`select ${names} from json_populate_recordset(${shape}, ${json}::json)`
}

function ofJsonEach(columns: readonly string[], rows: readonly Row[]) {
  const values = columns.map((column) => sql`value ->> ${sql.lit(column)}`)
  return sql`select ${sql.join(values)} from json_each(${JSON.stringify(rows)})`
}
