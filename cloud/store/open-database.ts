import type { Kysely } from 'kysely'
import type { Result } from '../../contracts/result.ts'
import type { Schema } from './schema.ts'

export type CloudDatabase = Kysely<Schema>

/**
 * Why the cloud does not start. Nothing was changed in any of these cases.
 *
 * - `database-newer`: written by a later version
 * - `not-durable`: the database does not flush what it has confirmed
 * - `database-away`, `database-refused`: PostgreSQL cannot be reached, or does not let this cloud in
 */
export type DatabaseRefusal =
  | 'read-only'
  | 'database-damaged'
  | 'database-newer'
  | 'not-durable'
  | 'disk-full'
  | 'in-use'
  | 'database-away'
  | 'database-refused'

export type OpenOptions = {
  /** Folder of `cloud.sqlite`, where there is no `databaseUrl`. */
  readonly dataDir: string
  /** `postgres://…`: the database is PostgreSQL, which several clouds may share. */
  readonly databaseUrl?: string | undefined
  /** File of the native part of better-sqlite3 where the shipped one does not fit the runtime. */
  readonly nativeBinding?: string | undefined
}

/** Opens (and creates) the database and brings its schema up to date. */
export async function openDatabase(
  options: OpenOptions,
): Promise<Result<CloudDatabase, DatabaseRefusal>> {
  const { databaseUrl } = options
  if (databaseUrl === undefined) {
    const { openSqlite } = await import('./open-sqlite.ts')
    return openSqlite(options)
  }
  const { openPostgres } = await import('./open-postgres.ts')
  return openPostgres(databaseUrl)
}
