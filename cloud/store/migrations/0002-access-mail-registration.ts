import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What access can be given, how invitations are mailed, and how people register. */
export function accessMailRegistration(strictTables: boolean): Migration {
  const table: Table = (db, name, texts, others = {}) => {
    let builder: CreateTableBuilder<string, string> = db.schema.createTable(name)
    for (const column of texts) builder = builder.addColumn(column, 'text', (it) => it.notNull())
    for (const [column, type] of Object.entries(others)) builder = builder.addColumn(column, type)
    return strictTables ? builder.modifyEnd(sql`strict`) : builder
  }
  return {
    async up(db: Kysely<unknown>) {
      await extendAccounts(db)
      await extendRecords(db)
      await createDirectory(db, table)
      await createEffects(db, table)
      await createMail(db, table)
    },
  }
}

type Table = (
  db: Kysely<unknown>,
  name: string,
  texts: readonly string[],
  others?: Readonly<Record<string, 'text' | 'integer'>>,
) => CreateTableBuilder<string, string>

async function extendAccounts(db: Kysely<unknown>) {
  const account = db.schema.alterTable('account')
  const language = account.addColumn('language', 'text', (it) => it.notNull().defaultTo('en'))
  await language.execute()
  for (const [name, standard] of [
    ['invitation_days', 14],
    ['directory_version', 0],
  ] as const) {
    await account.addColumn(name, 'integer', (it) => it.notNull().defaultTo(standard)).execute()
  }
  await db.schema.alterTable('membership').addColumn('region_id', 'text').execute()
}

async function extendRecords(db: Kysely<unknown>) {
  const record = db.schema.alterTable('record')
  await record.addColumn('rights', 'text', (it) => it.notNull().defaultTo('[]')).execute()
  await record.addColumn('wished_version', 'integer', (it) => it.notNull().defaultTo(0)).execute()
  const optional = ['region_id', 'person_id', 'registered_at', 'invite_expires_at']
  for (const name of [...optional, 'mail_state', 'mail_reason', 'mail_opened_at']) {
    await record.addColumn(name, 'text').execute()
  }
  await sql`update record set wished_version = version`.execute(db)
  await db.schema
    .createIndex('record_region_feed')
    .on('record')
    .columns(['account_id', 'region_id', 'seq'])
    .execute()
}

async function createDirectory(db: Kysely<unknown>, table: Table) {
  const named = ['account_id', 'id', 'name']
  const tables = {
    region: table(db, 'region', named),
    user_group: table(db, 'user_group', named),
    resource: table(db, 'resource', [...named, 'location']),
    resource_group: table(db, 'resource_group', [...named, 'description'], {
      schedules: 'integer',
    }),
    weekly_schedule: table(db, 'weekly_schedule', [...named, 'weekly']),
  }
  for (const [name, each] of Object.entries(tables)) {
    await each.addPrimaryKeyConstraint(`${name}_key`, ['account_id', 'id']).execute()
  }
}

async function createEffects(db: Kysely<unknown>, table: Table) {
  await table(db, 'group_member', ['account_id', 'record_id', 'group_id'])
    .addPrimaryKeyConstraint('group_member_key', ['account_id', 'record_id', 'group_id'])
    .execute()
  const optional = { valid_from: 'text', valid_until: 'text', schedule_id: 'text' } as const
  const texts = ['account_id', 'record_id', 'id', 'target_kind', 'target_id']
  await table(db, 'access_right', texts, optional)
    .addPrimaryKeyConstraint('access_right_key', ['account_id', 'record_id', 'id'])
    .execute()
}

async function createMail(db: Kysely<unknown>, table: Table) {
  const texts = ['id', 'account_id', 'record_id', 'email', 'queued_at', 'due_at']
  const others = { attempts: 'integer', claimed_until: 'text', last_error: 'text' } as const
  await table(db, 'mail', texts, others).addPrimaryKeyConstraint('mail_key', ['id']).execute()
  await db.schema.createIndex('mail_due').on('mail').column('due_at').execute()
  const ofRecord = db.schema.createIndex('mail_record').on('mail')
  await ofRecord.columns(['account_id', 'record_id']).execute()

  const token = ['hash', 'account_id', 'record_id', 'created_at']
  await table(db, 'registration_token', token, { withdrawn_at: 'text' })
    .addPrimaryKeyConstraint('registration_token_key', ['hash'])
    .execute()
  const tokens = db.schema.createIndex('registration_token_record').on('registration_token')
  await tokens.columns(['account_id', 'record_id']).execute()
}
