import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { OpenOptions } from '../store/open-database.ts'
import { type ToolRefusal, runPostgresTool } from './postgres-tool.ts'
import { type Receipt, seal } from './receipt.ts'
import { copySqlite } from './sqlite-copy.ts'

export type BackupRefusal = ToolRefusal | 'no-database' | 'copy-damaged' | 'not-written'

/** A whole and consistent copy, made while the cloud serves. Nothing of it stays when it fails. */
export async function backUp(
  options: OpenOptions,
  file: string,
  now: Date,
): Promise<Result<Receipt, BackupRefusal>> {
  const part = `${file}.part`
  const facts = { at: now.toISOString() }
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await rm(part, { force: true })
    const { databaseUrl } = options
    const copied =
      databaseUrl === undefined
        ? await copySqlite(options, part)
        : await runPostgresTool('pg_dump', ['--format=custom', `--file=${part}`], databaseUrl)
    if (!copied.ok) {
      await rm(part, { force: true })
      return copied
    }
    return ok(await seal(part, file, { ...facts, database: databaseUrl ? 'postgres' : 'sqlite' }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    await rm(part, { force: true }).catch(() => {})
    return fail('not-written', { detail: { reason: String(error.code) } })
  }
}
