import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What providers of sign-ins call a person: each of them one name, and each name one person. */
export function identities(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('person_identity')
        .addColumn('issuer', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) =>
          column.notNull().references('person.id').onDelete('cascade'),
        )
        .addColumn('linked_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('person_identity_key', ['issuer', 'subject'])
        .addUniqueConstraint('person_identity_person', ['person_id', 'issuer'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
    },
  }
}
