import type { Migration } from 'kysely/migration'

/** A session that was ended stays for a while, so that its desk learns why. */
export const whyASessionEnded: Migration = {
  async up(db) {
    await db.schema.alterTable('desk_session').addColumn('ended', 'text').execute()
  },
}
