import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { bringUpToDate, noteOpening } from './bring-up-to-date.ts'
import type { CloudDatabase, DatabaseRefusal, OpenOptions } from './open-database.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/**
 * The log is brought home after so many pages (16 MiB): pages that one batch after the other writes to are
 * copied and synced a quarter as often as by SQLite's own measure. Nothing that is committed depends on it.
 */
const checkpointPages = 4000

/** `cloud.sqlite` in the folder: for one cloud at a time. */
export async function openSqlite(
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
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`)
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
  const current = await bringUpToDate(db, { strictTables: true })
  if (!current.ok) return current
  await noteOpening(db)
  const full = 2
  return connection.pragma('synchronous', { simple: true }) === full ? ok() : fail('not-durable')
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
