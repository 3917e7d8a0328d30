import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { v7 } from 'uuid'
import { hashPassword } from '../../cloud/password.ts'
import { peopleRecordsLedger } from '../../cloud/store/migrations/0001-people-records-ledger.ts'
import { allMigrations } from '../../cloud/store/migrations/all.ts'
import { sha256 } from '../../cloud/tokens.ts'
import { createOf } from './cloud-desk.ts'
import { temporaryFolder } from './cloud.ts'
import { databaseOf } from './test-database.ts'

const at = '2026-10-01T08:00:00.000Z'

/**
 * The database of a cloud of the first schema: an account, its admin, a user, and an invitation by operation;
 * and a Regional Admin, if wanted.
 */
export async function firstSchemaCloud({ regional: withRegional = false } = {}) {
  const dataDir = temporaryFolder('cloud')
  const { databaseUrl } = await databaseOf(dataDir)
  const db = new Kysely<Tables>({ dialect: dialectOf(dataDir, databaseUrl) })
  const first = peopleRecordsLedger(databaseUrl === undefined)
  const migrations = { '0001-people-records-ledger': first }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error

  const admin = { id: randomUUID(), email: 'admin@first.example', password: 'correct horse' }
  const accountId = randomUUID()
  const account = { id: accountId, name: 'First', created_at: at, feed_seq: 2 }
  await db.insertInto('account').values(account).execute()
  const password_hash = await hashPassword(admin.password)
  const regional = { ...admin, id: randomUUID(), email: 'regional@first.example' }
  const members = [
    { ...admin, role: 'account-admin' },
    ...(withRegional ? [{ ...regional, role: 'regional-admin' }] : []),
  ]
  for (const { id, email, role } of members) {
    const named = { email, email_key: email, name: role }
    await db
      .insertInto('person')
      .values({ id, ...named, password_hash, created_at: at })
      .execute()
    const membership = { person_id: id, account_id: accountId, role }
    await db.insertInto('membership').values(membership).execute()
  }

  const invite = createOf({ email: 'old@first.example', firstName: 'Old' })
  const user = { id: v7(), version: 3, kind: 'user', email: null, first_name: 'Card', seq: 1 }
  const invitation = {
    id: invite.recordId,
    version: 1,
    kind: 'invitation',
    email: 'old@first.example',
    first_name: 'Old',
    seq: 2,
  }
  for (const record of [user, invitation]) {
    await db
      .insertInto('record')
      .values({
        ...blank,
        ...record,
        email_key: record.email,
        account_id: accountId,
        created_by: admin.id,
      })
      .execute()
  }
  const state = {
    ...invite.fields,
    kind: 'invitation',
    inviteSentAt: at,
    groups: [],
    createdAt: at,
    createdBy: admin.id,
  }
  const change = { id: invite.recordId, version: 1, deleted: false, state, opId: invite.opId }
  await db
    .insertInto('ledger')
    .values({
      account_id: accountId,
      op_id: invite.opId,
      hash: sha256(JSON.stringify(invite)),
      outcome: 'applied',
      record_id: invite.recordId,
      version: 1,
      body: JSON.stringify({ outcome: 'applied', change }),
      at,
    })
    .execute()
  await db.destroy()
  return { dataDir, admin, regional, invite, userId: user.id }
}

/** Brings such a database up to this migration, with a mail that waits. */
export async function withWaitingMail(dataDir: string, last: string, mail: Tables['mail']) {
  const { databaseUrl } = await databaseOf(dataDir)
  const db = new Kysely<Tables>({ dialect: dialectOf(dataDir, databaseUrl) })
  const migrations = allMigrations(databaseUrl === undefined)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo(last)
  if (error) throw error
  await db.insertInto('mail').values(mail).execute()
  await db.destroy()
}

function dialectOf(dataDir: string, databaseUrl: string | undefined): Dialect {
  if (databaseUrl !== undefined) {
    return new PostgresDialect({ pool: new Pool({ connectionString: databaseUrl, max: 1 }) })
  }
  return new SqliteDialect({ database: new Database(path.join(dataDir, 'cloud.sqlite')) })
}

type Tables = Record<
  'account' | 'person' | 'membership' | 'record' | 'ledger' | 'mail',
  Record<string, string | number | null>
>

const blank = {
  deleted: 0,
  role: 'user',
  last_name: '',
  organization: '',
  additional_information: '',
  surface_id: '',
  groups: '[]',
  invite_sent_at: at,
  created_at: at,
  changed_at: at,
}
