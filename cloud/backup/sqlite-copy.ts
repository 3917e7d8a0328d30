import { existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { OpenOptions } from '../store/open-database.ts'

const wholeDatabase = 2 ** 31 - 1

/** By SQLite's online backup, in one step: steps begin anew whenever the cloud writes between them. */
export async function copySqlite(
  { dataDir, nativeBinding }: OpenOptions,
  to: string,
): Promise<Result<void, 'no-database' | 'copy-damaged'>> {
  const file = path.join(dataDir, 'cloud.sqlite')
  if (!existsSync(file)) return fail('no-database')
  const binding = nativeBinding ? { nativeBinding } : {}
  const source = new Database(file, { ...binding, fileMustExist: true })
  try {
    source.pragma('busy_timeout = 5000')
    await source.backup(to, { progress: () => wholeDatabase })
  } finally {
    source.close()
  }
  const copy = new Database(to, binding)
  try {
    // One file, without the log that lies beside it otherwise.
    copy.pragma('journal_mode = DELETE')
    const whole = copy.pragma('integrity_check(1)', { simple: true }) === 'ok'
    const consistent = copy.prepare('pragma foreign_key_check').all().length === 0
    return whole && consistent ? ok() : fail('copy-damaged')
  } finally {
    copy.close()
  }
}
