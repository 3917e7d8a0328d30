import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Cards beside the main one, and one place that knows who has a card, however they have it. */
export function cardsOfUsers(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('record')
        .addColumn('other_cards', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute()
      const table = db.schema
        .createTable('card_holder')
        .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
        .addColumn('card_id', 'text', (column) => column.notNull())
        .addColumn('record_id', 'text', (column) => column.notNull())
        .addColumn('ends_at', 'text')
        .addPrimaryKeyConstraint('card_holder_key', ['account_id', 'card_id'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      const index = (name: string) => db.schema.createIndex(name).on('card_holder')
      await index('card_holder_record').columns(['account_id', 'record_id']).execute()
      await index('card_holder_end')
        .column('ends_at')
        .where(sql<SqlBool>`ends_at is not null`)
        .execute()
      await sql`insert into card_holder (account_id, card_id, record_id)
        select account_id, card_id, id from record where deleted = 0 and card_id is not null`.execute(
        db,
      )
    },
  }
}
