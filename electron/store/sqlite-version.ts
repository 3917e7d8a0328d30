import { openDatabase } from './open-database.ts'

/** The version of SQLite that is really linked; `?` when it cannot even open a database in memory. */
export function sqliteVersion(nativeBinding: string | undefined): string {
  const migrations = [{ version: 1, sql: '' }]
  const opened = openDatabase({ path: ':memory:', key: null, nativeBinding, migrations })
  if (!opened.ok) return '?'
  const row = opened.value
    .prepare<[], { version: string }>('SELECT sqlite_version() AS version')
    .get()
  opened.value.close()
  return row?.version ?? '?'
}
