import { type CreateTableBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The first schema: who may sign in, the records of each account, and what became of each operation. */
export function peopleRecordsLedger(strictTables: boolean): Migration {
  const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> => {
    const builder = db.schema.createTable(name)
    return strictTables ? builder.modifyEnd(sql`strict`) : builder
  }
  return {
    async up(db: Kysely<unknown>) {
      await createPeople(db, table)
      await createSessions(db, table)
      await createRecords(db, table)
      await createLedger(db, table)
    },
  }
}

type Table = (db: Kysely<unknown>, name: string) => CreateTableBuilder<string, string>

async function createPeople(db: Kysely<unknown>, table: Table) {
  await table(db, 'meta')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'account')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('feed_seq', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('purged_seq', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'person')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'membership')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_key', ['person_id', 'account_id'])
    .execute()
}

async function createSessions(db: Kysely<unknown>, table: Table) {
  await table(db, 'desk_session')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('desk_id', 'text', (column) => column.notNull())
    .addColumn('desk_name', 'text', (column) => column.notNull())
    .addColumn('refresh_hash', 'text', (column) => column.notNull().unique())
    .addColumn('previous_refresh_hash', 'text', (column) => column.unique())
    .addColumn('refresh_expires_at', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'access_token')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('desk_session.id').onDelete('cascade'),
    )
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('access_token_session')
    .on('access_token')
    .column('session_id')
    .execute()
}

async function createRecords(db: Kysely<unknown>, table: Table) {
  const required = ['kind', 'role', 'first_name', 'last_name', 'organization'] as const
  let record = table(db, 'record')
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('op_id', 'text')
    .addColumn('email', 'text')
    .addColumn('email_key', 'text')
    .addColumn('card_id', 'text')
    .addColumn('invite_sent_at', 'text')
    .addColumn('registered_version', 'integer')
  const texts = [...required, 'additional_information', 'surface_id', 'groups', 'created_at']
  for (const name of [...texts, 'created_by', 'changed_at']) {
    record = record.addColumn(name, 'text', (column) => column.notNull())
  }
  await record.addPrimaryKeyConstraint('record_key', ['account_id', 'id']).execute()

  // Not unique: while a transaction is open its rows carry provisional positions (see feed.ts).
  const feed = db.schema.createIndex('record_feed').on('record')
  await feed.columns(['account_id', 'seq']).execute()
  const own = db.schema.createIndex('record_own_feed').on('record')
  await own.columns(['account_id', 'created_by', 'seq']).execute()
  for (const key of ['card_id', 'email_key']) {
    await db.schema
      .createIndex(`record_one_${key}`)
      .unique()
      .on('record')
      .columns(['account_id', key])
      .where(sql<SqlBool>`deleted = 0 and ${sql.ref(key)} is not null`)
      .execute()
  }
}

async function createLedger(db: Kysely<unknown>, table: Table) {
  await table(db, 'ledger')
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('op_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text')
    .addColumn('version', 'integer')
    .addColumn('code', 'text')
    .addColumn('detail', 'text')
    .addColumn('body', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['account_id', 'op_id'])
    .execute()
  await db.schema
    .createIndex('ledger_body')
    .on('ledger')
    .column('at')
    .where(sql<SqlBool>`body is not null`)
    .execute()
}
