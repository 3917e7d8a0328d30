import type { Migration } from 'kysely/migration'

/** How the cards of an account are read. */
export const cardProfileOfAccounts: Migration = {
  async up(db) {
    await db.schema.alterTable('account').addColumn('card_profile', 'text').execute()
  },
}
