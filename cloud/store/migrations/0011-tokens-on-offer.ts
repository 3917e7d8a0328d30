import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * A session's refresh tokens that were given and not used yet: each question may have been asked twice by
 * the network. `superseded_at`: when the one before the present one was.
 */
export const tokensOnOffer: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('desk_session')
      .addColumn('offered', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
    await db.schema.alterTable('desk_session').addColumn('superseded_at', 'text').execute()
  },
}
