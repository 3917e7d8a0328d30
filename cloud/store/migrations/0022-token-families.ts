import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What every refresh token of a session has in common, as a hash: whoever does not know it has none of them,
 * and cannot end the session by making one up. NULL: of a session whose tokens have nothing in common.
 */
export const tokenFamilies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('desk_session').addColumn('family_hash', 'text').execute()
  },
}
