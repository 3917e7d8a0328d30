import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the return address of each mail stands for, so that a report that comes back finds its invitation. */
export function bounces(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('return_address')
        .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
        .addColumn('mail_id', 'text', (column) => column.notNull())
        .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
        .addColumn('record_id', 'text', (column) => column.notNull())
        .addColumn('to_digest', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
    },
  }
}
