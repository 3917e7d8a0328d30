import { Migrator } from 'kysely/migration'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { allMigrations } from './migrations/all.ts'
import type { CloudDatabase } from './open-database.ts'

/**
 * Brings the schema to the newest version. Several clouds that start at once on one database wait for
 * each other: the Migrator holds a lock. Throws what the database throws.
 */
export async function bringUpToDate(
  db: CloudDatabase,
  { strictTables }: { readonly strictTables: boolean },
): Promise<Result<void, 'database-newer'>> {
  const migrations = allMigrations(strictTables)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const done = await namesDone(db)
  if (done.some((name) => !(name in migrations))) return fail('database-newer')
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  return ok()
}

/** Also proves that the database can be written. */
export async function noteOpening(db: CloudDatabase) {
  const value = new Date().toISOString()
  await db
    .insertInto('meta')
    .values({ key: 'opened-at', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

type Bookkeeping = { kysely_migration: { name: string } }

async function namesDone(db: CloudDatabase): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await db
    .withTables<Bookkeeping>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}
