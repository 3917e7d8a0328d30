import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Result, ok } from '../../contracts/result.ts'
import { folder, needed, readOptions, text } from './options.ts'

export type BackupCommand = {
  readonly kind: 'backup' | 'restore'
  readonly dataDir: string
  readonly file: string
}

export const backupUsage = `npm run cloud -- backup --to FILE [--data DIR]
    Copies the whole database into FILE while the cloud serves, proves the copy, and writes FILE.json,
    which says when it was made and what its checksum is. Keep both.`

export const restoreUsage = `npm run cloud -- restore --from FILE [--data DIR]
    Puts a backup back where there is no database yet: an empty folder, or with DATABASE_URL an empty
    database. Every desk signs in again, and sends once more what it sent after the backup was made.`

export const parseBackup = (args: readonly string[]) => parse('backup', 'to', args)
export const parseRestore = (args: readonly string[]) => parse('restore', 'from', args)

function parse(
  kind: BackupCommand['kind'],
  option: 'to' | 'from',
  args: readonly string[],
): Result<BackupCommand, 'usage'> {
  const options = { to: text, from: text, data: text } as const
  const parsed = readOptions(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const file = needed(option, parsed.value[option], 'a file')
  if (!file.ok) return file
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  return ok({ kind, dataDir: dataDir.value, file: path.resolve(file.value) })
}
