import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where somebody has signed in before, so that guesses from elsewhere do not keep them out there. */
export function signInLimits(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('known_place')
        .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('until', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('known_place_key', ['person_id', 'place'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      // Rows of a cloud from before this have neither, and count there alone.
      const failures = db.schema.alterTable('sign_in_failure')
      await failures.addColumn('failed_at', 'text').execute()
      await failures.addColumn('network', 'text').execute()
      await db.schema
        .createIndex('sign_in_failure_network')
        .on('sign_in_failure')
        .columns(['network', 'failed_at'])
        .execute()
    },
  }
}
