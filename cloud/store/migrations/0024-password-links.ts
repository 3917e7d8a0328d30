import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Links with which people choose another password: one for each, the latest. And mails that are about a login
 * and no record, told apart by what they are for.
 */
export function passwordLinks(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('password_link')
        .addColumn('person_id', 'text', (column) =>
          column.primaryKey().notNull().references('person.id'),
        )
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('expires_at', 'text', (column) => column.notNull())
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      if (strictTables) await makeAnew(db)
      else await loosen(db)
    },
  }
}

async function loosen(db: Kysely<unknown>) {
  const ofRecord = ['account_id', 'record_id']
  for (const name of ofRecord) {
    await db.schema
      .alterTable('mail')
      .alterColumn(name, (column) => column.dropNotNull())
      .execute()
  }
  await db.schema
    .alterTable('mail')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('invitation'))
    .execute()
}

/** SQLite takes no constraint back. */
async function makeAnew(db: Kysely<unknown>) {
  await db.schema.alterTable('mail').renameTo('mail_before').execute()
  await db.schema
    .createTable('mail')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('invitation'))
    .addColumn('account_id', 'text')
    .addColumn('record_id', 'text')
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer')
    .addColumn('claimed_until', 'text')
    .addColumn('last_error', 'text')
    .modifyEnd(sql`strict`)
    .execute()
  const kept = sql.raw(
    'id, account_id, record_id, email, queued_at, due_at, attempts, claimed_until, last_error',
  )
  await sql`insert into mail (${kept}) select ${kept} from mail_before`.execute(db)
  await db.schema.dropTable('mail_before').execute()
  await db.schema.createIndex('mail_due').on('mail').column('due_at').execute()
  const ofRecord = db.schema.createIndex('mail_record').on('mail')
  await ofRecord.columns(['account_id', 'record_id']).execute()
}
