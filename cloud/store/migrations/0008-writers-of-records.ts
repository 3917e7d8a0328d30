import type { Migration } from 'kysely/migration'

/** Who asked for the latest wished version, and when: for those whose own change meets it. */
export const writersOfRecords: Migration = {
  async up(db) {
    await db.schema.alterTable('record').addColumn('wished_by', 'text').execute()
    await db.schema.alterTable('record').addColumn('wished_at', 'text').execute()
  },
}
