import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What somebody proves themselves with besides their password, and the codes for when they have lost it. */
export function secondFactor(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const factors = db.schema
        .createTable('second_factor')
        .addColumn('person_id', 'text', (column) =>
          column.primaryKey().notNull().references('person.id'),
        )
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
        .addColumn('on_since', 'text')
        .addColumn('last_step', 'integer', (column) => column.notNull())
      const codes = db.schema
        .createTable('recovery_code')
        .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('recovery_code_key', ['person_id', 'hash'])
      for (const table of [factors, codes]) {
        await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      }
    },
  }
}
