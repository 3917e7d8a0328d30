import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { allMigrations } from './migrations/all.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export type CloudDatabase = Kysely<Schema>

/**
 * Why the cloud does not start. Nothing was changed in any of these cases.
 *
 * - `database-newer`: written by a later version
 * - `not-durable`: SQLite does not keep `synchronous=FULL`
 */
export type DatabaseRefusal =
  'read-only' | 'database-damaged' | 'database-newer' | 'not-durable' | 'disk-full' | 'in-use'

export type OpenOptions = {
  readonly dataDir: string
  /** File of the native part of better-sqlite3 where the shipped one does not fit the runtime. */
  readonly nativeBinding?: string | undefined
}

/** Opens (and creates) `cloud.sqlite` in the folder, brings its schema up to date. */
export async function openDatabase(
  options: OpenOptions,
): Promise<Result<CloudDatabase, DatabaseRefusal>> {
  const connection = connect(options)
  if (!connection.ok) return connection
  const db = new Kysely<Schema>({ dialect: sqliteDialect(connection.value) })
  const ready = await attempt(() => makeReady(db, connection.value))
  if (ready.ok) return ok(db)
  await db.destroy()
  connection.value.close()
  return ready
}

function connect({
  dataDir,
  nativeBinding,
}: OpenOptions): Result<Database.Database, DatabaseRefusal> {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    return fail('read-only')
  }
  const file = path.join(dataDir, 'cloud.sqlite')
  let database: Database.Database | null = null
  try {
    database = new Database(file, nativeBinding ? { nativeBinding } : {})
    // Said explicitly: better-sqlite3 is built so that WAL alone means NORMAL from the first write on.
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('fullfsync = 1')
    database.pragma('checkpoint_fullfsync = 1')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    return ok(database)
  } catch (error) {
    database?.close()
    return refusal(error)
  }
}

async function makeReady(
  db: CloudDatabase,
  connection: Database.Database,
): Promise<Result<void, DatabaseRefusal>> {
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok')
    return fail('database-damaged')
  const migrations = allMigrations(true)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  })
  if (knowsMore(connection, Object.keys(migrations))) return fail('database-newer')
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await db
    .insertInto('meta')
    .values({ key: 'opened-at', value: new Date().toISOString() })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: (row) => row.ref('excluded.value') }),
    )
    .execute()
  const full = 2
  return connection.pragma('synchronous', { simple: true }) === full ? ok() : fail('not-durable')
}

function knowsMore(connection: Database.Database, known: readonly string[]): boolean {
  const table = connection
    .prepare(`select 1 from sqlite_schema where type = 'table' and name = 'kysely_migration'`)
    .get()
  if (!table) return false
  const names = connection.prepare<[], string>('select name from kysely_migration').pluck().all()
  return names.some((name) => !known.includes(name))
}

async function attempt(
  work: () => Promise<Result<void, DatabaseRefusal>>,
): Promise<Result<void, DatabaseRefusal>> {
  try {
    return await work()
  } catch (error) {
    return refusal(error)
  }
}

/** Throws again what is no known state of a disk or file: that is a bug. */
function refusal(error: unknown): Result<never, DatabaseRefusal> {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return fail('database-damaged')
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return fail('read-only')
  if (/^SQLITE_(FULL|IOERR)/.test(code)) return fail('disk-full')
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return fail('in-use')
  throw error
}
