import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import type { DeskEvidence } from './sync-invariants.ts'

/** A desk's real database, in memory unless a path is given, with a look behind the store's doors. */
export function openDesk(path = ':memory:') {
  const opened = openDatabase({ path, key: null, migrations: deskMigrations })
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.value
  const outcomes = db.prepare<[], { id: string; outcome: string }>(
    'SELECT op_id AS id, outcome FROM op_log',
  )
  const queued = db.prepare<[], { id: string }>('SELECT op_id AS id FROM outbox')
  const versions = db.prepare<[], { id: string; version: number }>(
    'SELECT id, base_version AS version FROM record',
  )
  return {
    store: createDeskStore(db),
    evidence: (): DeskEvidence => ({
      outcomes: new Map(outcomes.all().map(({ id, outcome }) => [id, outcome])),
      queued: new Set(queued.all().map(({ id }) => id)),
      versions: new Map(versions.all().map(({ id, version }) => [id, version])),
    }),
  }
}
