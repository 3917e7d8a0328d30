import { randomUUID } from 'node:crypto'
import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Who is limited to a region and has none sees nobody from now on. What a Regional Admin without a region saw
 * until now becomes a region of its own, which is theirs: nobody loses what they worked with.
 */
export function regions(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await createDepartures(db, strictTables)
      await createReaders(db, strictTables)
      await extendLog(db, strictTables)
      await db.schema
        .createIndex('record_region')
        .on('record')
        .columns(['account_id', 'region_id', 'id'])
        .where(sql<SqlBool>`deleted = 0 and region_id is not null`)
        .execute()
      const accounts = await sql<Account>`select id, language from account`.execute(db)
      for (const account of accounts.rows) {
        await limitTheUnlimited(db, account)
        await tellRegions(db, account)
      }
    },
  }
}

type Account = { readonly id: string; readonly language: string }

/** Who left a region: the tombstones of its feed, for as long as those of the deleted. */
async function createDepartures(db: Kysely<unknown>, strictTables: boolean) {
  const table = db.schema
    .createTable('departure')
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('region_id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('departure_key', ['account_id', 'region_id', 'record_id'])
  await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
  const index = (name: string) => db.schema.createIndex(name).on('departure')
  await index('departure_feed').columns(['account_id', 'region_id', 'seq']).execute()
  await index('departure_record').columns(['account_id', 'record_id']).execute()
}

/** Which regions hear of an erasure, and in which regions somebody was before: copies are where they worked. */
async function createReaders(db: Kysely<unknown>, strictTables: boolean) {
  const heard = db.schema
    .createTable('erasure_region')
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('region_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasure_region_key', ['account_id', 'region_id', 'seq'])
  await (strictTables ? heard.modifyEnd(sql`strict`) : heard).execute()
  const former = db.schema
    .createTable('former_region')
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('region_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('former_region_key', ['account_id', 'person_id', 'region_id'])
  await (strictTables ? former.modifyEnd(sql`strict`) : former).execute()
}

/** The region of whoever gave a card up, at that time: their name is for that region. */
async function extendLog(db: Kysely<unknown>, strictTables: boolean) {
  await db.schema.alterTable('desk_log').addColumn('from_region_id', 'text').execute()
  for (const statement of strictTables ? sqliteGuards : postgresGuards) {
    await sql.raw(statement).execute(db)
  }
}

const sqliteGuards = [
  `create trigger desk_log_keeps_from_region before update of from_region_id on desk_log
    when new.from_region_id is not old.from_region_id
    begin select raise(abort, 'the desk log is only added to'); end`,
]
const postgresGuards = [
  `create trigger desk_log_keeps_from_region before update on desk_log for each row
    when (new.from_region_id is distinct from old.from_region_id)
    execute function desk_log_is_kept()`,
]

async function limitTheUnlimited(db: Kysely<unknown>, { id, language }: Account) {
  const unlimited = await sql`
    select 1 from membership
      where account_id = ${id} and role = 'regional-admin' and region_id is null
    union all select 1 from record
      where account_id = ${id} and role = 'regional-admin' and region_id is null and deleted = 0`.execute(
    db,
  )
  if (unlimited.rows.length === 0) return
  const region = randomUUID()
  const name = await freeName(db, id, language === 'fi' ? 'Koko tili' : 'Whole account')
  await sql`insert into region (account_id, id, name) values (${id}, ${region}, ${name})`.execute(
    db,
  )
  await sql`update membership set region_id = ${region}
    where account_id = ${id} and role = 'regional-admin' and region_id is null`.execute(db)
  await sql`update record set region_id = ${region}
    where account_id = ${id} and region_id is null and deleted = 0`.execute(db)
}

async function freeName(db: Kysely<unknown>, accountId: string, wanted: string): Promise<string> {
  const known = await sql<{ name: string }>`
    select name from region where account_id = ${accountId}`.execute(db)
  const names = new Set(known.rows.map(({ name }) => name))
  let name = wanted
  for (let nth = 2; names.has(name); nth += 1) name = `${wanted} ${nth}`
  return name
}

/** Records say of which region they are: those that are of one are told once more, and so is the directory. */
async function tellRegions(db: Kysely<unknown>, { id }: Account) {
  const { rows } = await sql`update record set version = record.version + 1, op_id = null,
      seq = (select feed_seq from account where account.id = record.account_id) + place.nth
    from (
      select id, row_number() over (order by seq) as nth from record
      where account_id = ${id} and region_id is not null and deleted = 0
    ) as place
    where record.account_id = ${id} and record.id = place.id
    returning record.id`.execute(db)
  await sql`update account set directory_version = directory_version + 1,
    feed_seq = feed_seq + ${rows.length} where id = ${id}`.execute(db)
  // They see as much as before, and of erasures they hear as before.
  await sql`insert into erasure_region (account_id, region_id, seq)
    select erasure.account_id, region.id, erasure.seq from erasure
    join region on region.account_id = erasure.account_id where erasure.account_id = ${id}`.execute(
    db,
  )
}
