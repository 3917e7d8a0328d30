import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Driver from 'better-sqlite3'
import { type Result, fail, ok } from '../../core/outcome.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { type Database, StoreUnavailable } from './database.ts'
import { type FileHeader, peekHeader } from './file-header.ts'
import { type Migratable, type Migration, migrate, removeBackups } from './migrate.ts'
import { refusalOf } from './refusals.ts'

export type OpenOptions = {
  /** Absolute path; its folder is created. `:memory:` for a database that nobody needs tomorrow. */
  readonly path: string
  /** Room for encryption; there is none yet, so anything but null is a bug. */
  readonly key: Uint8Array | null
  /** Path of the native part where the driver's own does not fit the runtime. */
  readonly nativeBinding?: string | undefined
  readonly migrations: readonly Migration[]
  /** How long another holder of the file is waited for. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens, checks, backs up and migrates one file and holds it alone until `close` (or the end of the
 * process). Refuses anything that it could not keep safe; data of a refused file is left as it is.
 */
export function openDatabase(options: OpenOptions): Result<Database, StoreRefusal> {
  if (options.key !== null) throw new Error('This version knows no encryption')
  const newest = Math.max(...options.migrations.map((migration) => migration.version))
  const opened: { driver: Driver.Database | null } = { driver: null }
  try {
    const header = options.path === inMemory ? noFile : prepareFile(options.path)
    if (header.kind === 'damaged') return fail('database-damaged')
    if (header.kind === 'database' && header.version > newest) return fail('database-newer')

    const driver = connect(options)
    opened.driver = driver
    const refusal = refusalOfContent(driver, header, newest)
    if (refusal !== null) return closedWith(driver, refusal)
    migrate(migratable(driver), options.path, options.migrations)
    return keepsItsWord(driver, newest)
      ? ok(handle(driver, options.path))
      : closedWith(driver, 'not-durable')
  } catch (error) {
    opened.driver?.close()
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return fail(refusal)
  }
}

const inMemory = ':memory:'
const noFile: FileHeader = { kind: 'none' }

/** Up to this size the structure of the whole file is checked at every start: a few tens of milliseconds. */
const checkedUpToBytes = 16 * 1024 * 1024

/** Room for the inner pages of every index at a million records; taken only as it is needed. */
const cachedKibibytes = 32 * 1024

/** SQLite would open what it may not write read-only, and say so only later and in other words. */
function prepareFile(path: string): FileHeader {
  mkdirSync(dirname(path), { recursive: true })
  const header = peekHeader(path)
  accessSync(dirname(path), constants.W_OK)
  if (header.kind !== 'none') accessSync(path, constants.W_OK)
  return header
}

function connect(options: OpenOptions): Driver.Database {
  const driver = new Driver(options.path, {
    timeout: options.busyTimeoutMs ?? 5000,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  })
  try {
    setUp(driver)
    return driver
  } catch (error) {
    // It may hold the file already.
    driver.close()
    throw error
  }
}

function setUp(driver: Driver.Database): void {
  // Before the first access, so that a second program is refused and no shared memory file is needed.
  driver.pragma('locking_mode = EXCLUSIVE')
  driver.pragma('journal_mode = WAL')
  driver.pragma('synchronous = FULL')
  driver.pragma('foreign_keys = ON')
  driver.pragma(`cache_size = -${cachedKibibytes}`)
  driver.pragma('fullfsync = ON')
  driver.pragma('checkpoint_fullfsync = ON')
}

function migratable(driver: Driver.Database): Migratable {
  return {
    version: () => Number(driver.pragma('user_version', { simple: true })),
    apply: ({ version, sql }) => {
      const step = driver.transaction(() => {
        driver.exec(sql)
        driver.pragma(`user_version = ${version}`)
      })
      step.immediate()
    },
    copyTo: (path) => void driver.prepare('VACUUM INTO ?').run(path),
  }
}

function refusalOfContent(
  driver: Driver.Database,
  header: FileHeader,
  newest: number,
): StoreRefusal | null {
  const version = Number(driver.pragma('user_version', { simple: true }))
  if (version > newest) return 'database-newer'
  const tables = driver.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  // Somebody else's database: versions and tables of ours come in one transaction.
  if (version === 0 && tables !== 0) return 'database-damaged'
  if (header.kind === 'database' && header.bytes <= checkedUpToBytes) {
    const answer = driver.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') return 'database-damaged'
  }
  return null
}

/**
 * The driver is compiled to fall back to synchronous=NORMAL at the first write under WAL, which loses
 * accepted items when the power fails: so the setting is read after a real write.
 */
function keepsItsWord(driver: Driver.Database, version: number): boolean {
  driver.transaction(() => driver.pragma(`user_version = ${version}`)).immediate()
  const mode = driver.pragma('journal_mode', { simple: true })
  const full = 2
  return (
    driver.pragma('synchronous', { simple: true }) === full &&
    mode === (driver.memory ? 'memory' : 'wal')
  )
}

function closedWith(driver: Driver.Database, refusal: StoreRefusal) {
  driver.close()
  return fail(refusal)
}

function handle(driver: Driver.Database, path: string): Database {
  // Inside another it is a part of it: what fails undoes both.
  const write = <T>(work: () => T): T =>
    driver.inTransaction ? work() : driver.transaction(work).immediate()
  return {
    path,
    prepare: (sql) => driver.prepare(sql),
    numbers: (sql) => driver.prepare<(string | number)[], number>(sql).pluck(),
    write: (work) => orUnavailable(() => write(work)),
    attempt: (work) => {
      const isPart = driver.inTransaction
      try {
        return undoneWhenRefused(driver, work)
      } catch (error) {
        // Of a part the whole is undone.
        const refusal = isPart ? null : refusalOf(error)
        if (refusal === null) throw error
        return fail(refusal)
      }
    },
    read: orUnavailable,
    rewrite: () =>
      orUnavailable(() => {
        driver.exec('VACUUM')
        driver.pragma('wal_checkpoint(TRUNCATE)')
        if (path !== inMemory) removeBackups(path)
      }),
    close: () => void driver.close(),
  }
}

/** Inside another transaction a part of it, which is undone by itself. */
function undoneWhenRefused<T, Code extends string>(
  driver: Driver.Database,
  work: () => Result<T, Code>,
): Result<T, Code> {
  const done: { result: Result<T, Code> | null } = { result: null }
  const step = driver.transaction(() => {
    done.result = work()
    if (!done.result.ok) throw new Undone()
    return done.result
  })
  try {
    return step.immediate()
  } catch (error) {
    if (error instanceof Undone && done.result !== null) return done.result
    throw error
  }
}

class Undone extends Error {}

function orUnavailable<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const refusal = refusalOf(error)
    throw refusal === null ? error : new StoreUnavailable(refusal, error)
  }
}
