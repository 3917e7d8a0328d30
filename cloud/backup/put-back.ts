import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { type DatabaseRefusal, type OpenOptions, openDatabase } from '../store/open-database.ts'
import { type ToolRefusal, runPostgresTool } from './postgres-tool.ts'
import { type Receipt, type ReceiptRefusal, readReceipt } from './receipt.ts'
import { markRestored } from './mark-restored.ts'

export type RestoreRefusal =
  | ReceiptRefusal
  | ToolRefusal
  | DatabaseRefusal
  /** The backup is of the other kind of database. */
  | 'other-database'
  /** There is a database already. */
  | 'occupied'

/** Where nothing is yet. What fails half-way is no cloud: SQLite's file has its name only when all is done. */
export async function putBack(
  options: OpenOptions,
  file: string,
  now: Date,
): Promise<Result<Receipt, RestoreRefusal>> {
  const receipt = await readReceipt(file)
  if (!receipt.ok) return receipt
  const { databaseUrl } = options
  if (receipt.value.database !== (databaseUrl ? 'postgres' : 'sqlite')) {
    return fail('other-database', { detail: { database: receipt.value.database } })
  }
  const moments = { from: receipt.value.at, now }
  const done = databaseUrl
    ? await intoPostgres({ ...options, databaseUrl }, file, moments)
    : await intoFolder(options, file, moments)
  return done.ok ? receipt : done
}

type Moments = { readonly from: string; readonly now: Date }

async function intoFolder(options: OpenOptions, file: string, moments: Moments) {
  const place = path.join(options.dataDir, 'cloud.sqlite')
  if (existsSync(place)) return fail('occupied')
  const aside = path.join(options.dataDir, 'restoring')
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  await copyFile(file, path.join(aside, 'cloud.sqlite'))
  const done = await goOnFrom({ ...options, dataDir: aside }, moments)
  if (done.ok) await rename(path.join(aside, 'cloud.sqlite'), place)
  await rm(aside, { recursive: true, force: true })
  return done
}

async function intoPostgres(
  options: OpenOptions & { readonly databaseUrl: string },
  file: string,
  moments: Moments,
) {
  const { isEmptyPostgres } = await import('../store/open-postgres.ts')
  const empty = await isEmptyPostgres(options.databaseUrl)
  if (!empty.ok) return empty
  if (!empty.value) return fail('occupied')
  const args = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges']
  const into = `--dbname=${decodeURIComponent(new URL(options.databaseUrl).pathname.slice(1))}`
  const restored = await runPostgresTool('pg_restore', [...args, into, file], options.databaseUrl)
  return restored.ok ? goOnFrom(options, moments) : restored
}

async function goOnFrom(
  options: OpenOptions,
  { from, now }: Moments,
): Promise<Result<void, DatabaseRefusal>> {
  const database = await openDatabase(options)
  if (!database.ok) return database
  await markRestored(database.value, from, now)
  await database.value.destroy()
  return ok()
}
