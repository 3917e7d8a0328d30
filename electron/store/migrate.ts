import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** One step of a schema: literal SQL, run in one transaction. Versions go by tens and never change. */
export type Migration = {
  readonly version: number
  readonly sql: string
}

/** What migrating needs of a connection. */
export type Migratable = {
  version(): number
  /** In one transaction together with the new version. */
  apply(migration: Migration): void
  /** A complete, consistent copy; not yet flushed. */
  copyTo(path: string): void
}

/** Brings a file to the newest version; one that holds data is copied beside itself first. */
export function migrate(
  database: Migratable,
  path: string,
  migrations: readonly Migration[],
): void {
  const current = database.version()
  const missing = migrations
    .filter((migration) => migration.version > current)
    .toSorted((a, b) => a.version - b.version)
  if (missing.length > 0 && current > 0) backUp(database, path, current)
  for (const migration of missing) database.apply(migration)
}

/** Where the copy of a file of this version lies. */
export function backupPath(path: string, version: number): string {
  return `${path}.version-${version}.backup`
}

/** Copies that earlier versions of a file have left beside it. */
export function removeBackups(path: string): void {
  const folder = dirname(path)
  const own = `${basename(path)}.version-`
  for (const name of readdirSync(folder)) {
    if (name.startsWith(own)) rmSync(join(folder, name), { force: true })
  }
}

function backUp(database: Migratable, path: string, version: number): void {
  const target = backupPath(path, version)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    database.copyTo(unfinished)
    flush(unfinished, 'r+')
    renameSync(unfinished, target)
    flushFolder(dirname(target))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function flush(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The new name is durable with its folder; Windows has no such call and journals names itself. */
function flushFolder(path: string): void {
  if (process.platform !== 'win32') flush(path, 'r')
}
