import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Guessing is slowed down by all clouds on a database together, and across a restart. */
export function signInFailures(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('sign_in_failure')
        .addColumn('key', 'text', (column) => column.primaryKey().notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('until', 'text', (column) => column.notNull())
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
    },
  }
}
