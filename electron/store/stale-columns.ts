import type { Database } from './database.ts'
import type { Records } from './records.ts'
import type { Settings } from './settings.ts'

export type StaleSetting = 'columns-of'

/** After a migration that left columns for which SQL has no functions. Throws `StoreUnavailable`. */
export function refreshStaleColumns(
  db: Database,
  records: Records,
  settings: Settings<StaleSetting>,
): void {
  if (db.read(() => settings.get('columns-of')) === null) return
  const ids = db.prepare<[], { id: string }>('SELECT id FROM record')
  db.write(() => {
    for (const { id } of ids.all()) records.refresh(id)
    settings.set('columns-of', null)
  })
}
