import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { bringUpToDate, noteOpening } from './bring-up-to-date.ts'
import type { CloudDatabase, DatabaseRefusal } from './open-database.ts'
import { notePool } from './pool.ts'
import type { Schema } from './schema.ts'

const connections = 10
const patienceMs = 5000
/** Longer than any batch takes: a connection that hangs gives its locks back. */
const longestStatementMs = 30_000

/** A database of PostgreSQL 14 or later: for any number of clouds at a time. */
export async function openPostgres(url: string): Promise<Result<CloudDatabase, DatabaseRefusal>> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'tapdesk-cloud',
    max: connections,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: longestStatementMs,
    idle_in_transaction_session_timeout: longestStatementMs,
    // Said explicitly, as for SQLite: an answer is given only for what is on disk.
    options: '-c synchronous_commit=on',
  })
  // The end of an idle connection is no event for us: the next query opens another one.
  pool.on('error', () => {})
  // That of one in use fails its query as well, which is where it is answered for.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  notePool(db, pool)
  try {
    const ready = await makeReady(db)
    if (ready.ok) return ok(db)
    await db.destroy()
    return ready
  } catch (error) {
    await db.destroy()
    return refusal(error)
  }
}

/** Whether no table is there yet. Nothing is changed. */
export async function isEmptyPostgres(url: string): Promise<Result<boolean, DatabaseRefusal>> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: patienceMs })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    return ok((await db.introspection.getTables({ withInternalKyselyTables: true })).length === 0)
  } catch (error) {
    return refusal(error)
  } finally {
    await db.destroy()
  }
}

async function makeReady(db: CloudDatabase): Promise<Result<void, DatabaseRefusal>> {
  const { rows } = await sql<{ fsync: string }>`show fsync`.execute(db)
  if (rows[0]?.fsync !== 'on') return fail('not-durable')
  const current = await bringUpToDate(db, { strictTables: false })
  if (!current.ok) return current
  await noteOpening(db)
  return ok()
}

/** By SQLSTATE class (PostgreSQL, appendix A) or the name of a system error. Throws again what it does not know. */
function refusal(error: unknown): Result<never, DatabaseRefusal> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (/^(28|3D|42501)/.test(code)) return fail('database-refused')
  if (code === '25006') return fail('read-only')
  if (/^(53100|58030)$/.test(code)) return fail('disk-full')
  if (/^(XX001|XX002)$/.test(code)) return fail('database-damaged')
  const away = /^(08|57P|53300|ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|EPIPE)/
  if (away.test(code) || /timeout|terminated/i.test(message)) return fail('database-away')
  throw error
}
