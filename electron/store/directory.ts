import { z } from 'zod'
import { directory, emptyDirectory } from '../../core/directory.ts'
import type { Database } from './database.ts'
import type { DirectoryStore } from './desk-store.ts'
import type { Settings } from './settings.ts'
import { parseJson } from './wish.ts'

export type DirectorySetting = 'directory-version'

const kinds = [
  'groups',
  'resources',
  'resourceGroups',
  'schedules',
  'regions',
  'cardProfile',
] as const

/** Kept as pulled, part by part. What cannot be read is pulled again, because its version is then 0. */
export function createDirectoryStore(
  db: Database,
  settings: Settings<DirectorySetting>,
): DirectoryStore {
  const select = db.prepare<[], { kind: string; entries: string }>(
    'SELECT kind, entries FROM directory',
  )
  const put = db.prepare<[string, string]>(
    `INSERT INTO directory (kind, entries) VALUES (?, ?)
     ON CONFLICT (kind) DO UPDATE SET entries = excluded.entries`,
  )

  const remove = db.prepare<[string]>('DELETE FROM directory WHERE kind = ?')

  return {
    get: () =>
      db.read(() => {
        const version = settings.get('directory-version')
        if (version === null) return emptyDirectory
        const parts = select.all().map(({ kind, entries }) => [kind, parseJson(anything, entries)])
        const kept = { version: Number(version), ...Object.fromEntries(parts) }
        return directory.safeParse(kept).data ?? emptyDirectory
      }),
    replace: (pulled) =>
      db.write(() => {
        for (const kind of kinds) {
          const entries = pulled[kind]
          if (entries === undefined) remove.run(kind)
          else put.run(kind, JSON.stringify(entries))
        }
        settings.set('directory-version', String(pulled.version))
      }),
  }
}

const anything = z.unknown()
