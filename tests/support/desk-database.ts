import { deskMigrations } from '../../electron/store/migrations/index.ts'
import type { Database, Statement } from '../../electron/store/database.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { z } from 'zod'

/** What only the database itself can tell. */
export type DeskEvidence = {
  /** What became of every op id that is no longer in the queue. */
  readonly outcomes: ReadonlyMap<string, string>
  readonly queued: ReadonlySet<string>
  /** Why it is no longer in the queue although it was not applied. */
  readonly discarded: ReadonlyMap<string, { readonly recordId: string; readonly reason: string }>
  /** The operation that took its place. */
  readonly successors: ReadonlyMap<string, string>
  /** Version last known from the cloud, by record. */
  readonly versions: ReadonlyMap<string, number>
  /** Groups as this desk shows them, by record. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** A desk's real database, in memory unless a path is given, with a look behind the store's doors. */
export function openDesk(path = ':memory:', migrations = deskMigrations) {
  const db = openDeskDatabase(path, migrations)
  return { db, store: createDeskStore(db), evidence: createEvidence(db) }
}

export function openDeskDatabase(path = ':memory:', migrations = deskMigrations): Database {
  const opened = openDatabase({ path, key: null, migrations })
  if (!opened.ok) throw new Error(opened.code)
  return preparingOnce(opened.value)
}

/** Lives are short and begin anew often: most of their time would go into preparing the same statements. */
function preparingOnce(db: Database): Database {
  const known = new Map<string, unknown>()
  return {
    ...db,
    prepare<Params extends unknown[], Row>(sql: string): Statement<Params, Row> {
      const statement = known.get(sql) ?? db.prepare(sql)
      known.set(sql, statement)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows are typed by the schema
      return statement as Statement<Params, Row>
    },
  }
}

/** As it was when its tables had just been made. */
export function emptyDesk(db: Database): void {
  const tables = db.prepare<[], { name: string }>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT IN ('sqlite_schema', 'tally')`,
  )
  db.write(() => {
    db.prepare('PRAGMA defer_foreign_keys = ON').run()
    for (const { name } of tables.all()) db.prepare(`DELETE FROM ${name}`).run()
    for (const kind of ['invitation', 'user']) {
      const search = `${kind}_search`
      db.prepare(`INSERT INTO ${search} (${search}) VALUES ('delete-all')`).run()
    }
    db.prepare('UPDATE tally SET n = 0').run()
  })
}

type LogRow = {
  readonly id: string
  readonly recordId: string
  readonly outcome: string
  readonly reason: string | null
  readonly by: string | null
}

const ids = z.array(z.string())

export function createEvidence(db: Database): () => DeskEvidence {
  const log = db.prepare<[], LogRow>(
    'SELECT op_id AS id, record_id AS recordId, outcome, reason, by_op AS by FROM op_log',
  )
  const queued = db.prepare<[], { id: string }>('SELECT op_id AS id FROM outbox')
  const records = db.prepare<[], { id: string; version: number; groups: string }>(
    'SELECT id, base_version AS version, group_ids AS groups FROM record',
  )
  return () => {
    const rows = records.all()
    const logged = log.all()
    const discarded = logged.filter(({ outcome }) => outcome === 'discarded')
    return {
      outcomes: new Map(logged.map(({ id, outcome }) => [id, outcome])),
      discarded: new Map(
        discarded.map(({ id, recordId, reason }) => [id, { recordId, reason: reason ?? '' }]),
      ),
      successors: new Map(logged.flatMap(({ id, by }) => (by === null ? [] : [[id, by] as const]))),
      queued: new Set(queued.all().map(({ id }) => id)),
      versions: new Map(rows.map(({ id, version }) => [id, version])),
      groups: new Map(rows.map(({ id, groups }) => [id, ids.parse(JSON.parse(groups))])),
    }
  }
}
