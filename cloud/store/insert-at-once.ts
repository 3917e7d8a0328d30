import { CompiledQuery, sql } from 'kysely'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'
import type { Schema } from './schema.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/**
 * Adds rows with as little work for either side as there is: nothing is built up or taken apart value by
 * value. Every row has every column.
 */
export async function insertAtOnce(
  db: CloudDatabase,
  table: keyof Schema,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const into = { table, columns: Object.keys(first) }
  await (hasRowLocks(db) ? insertJson(db, into, rows) : insertValues(db, into, rows))
}

type Into = { readonly table: string; readonly columns: readonly string[] }

/**
 * One statement with one value, for a server that parses each statement anew. Its shape is the type of the
 * table's rows (of none of them): the table's name will not do, `record` is a type of PostgreSQL's own.
 */
async function insertJson(db: CloudDatabase, { table, columns }: Into, rows: readonly Row[]) {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const shape = sql`(select row_of from ${sql.table(table)} as row_of limit 0)`
  const json = JSON.stringify(rows)
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(${shape}, ${json}::json)`.execute(db)
}

/** Few statements serve every number of rows, so that each is prepared once. */
const rowsPerStatement = [100, 10, 1]

/** SQLite takes values bound to a prepared statement in a third of the time that it needs for JSON. */
async function insertValues(db: CloudDatabase, { table, columns }: Into, rows: readonly Row[]) {
  let from = 0
  for (const count of rowsPerStatement) {
    const statement = insertOf(table, columns, count)
    for (; rows.length - from >= count; from += count) {
      const values = rows.slice(from, from + count).flatMap((row) => valuesOf(row, columns))
      await db.executeQuery(CompiledQuery.raw(statement, values))
    }
  }
}

function valuesOf(row: Row, columns: readonly string[]): Value[] {
  return columns.map((column) => row[column] ?? null)
}

function insertOf(table: string, columns: readonly string[], rows: number): string {
  const tuple = `(${columns.map(() => '?').join()})`
  const names = columns.map((column) => `"${column}"`).join()
  return `insert into "${table}" (${names}) values ${Array(rows).fill(tuple).join()}`
}
