import { type ReferenceExpression, type SqlBool, sql } from 'kysely'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'
import type { Schema } from './schema.ts'

/**
 * Whether a column's value is one of these texts. They travel as one parameter, so that the statement is the
 * same for any number of them and neither side takes a long list apart.
 */
export function oneOf<Table extends keyof Schema>(
  db: CloudDatabase,
  column: ReferenceExpression<Schema, Table> & string,
  values: readonly string[],
) {
  return hasRowLocks(db)
    ? sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`
    : sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}
