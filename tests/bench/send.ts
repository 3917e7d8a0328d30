import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Database } from '../../electron/store/database.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { conclude, figure, percentile } from './figures.ts'
import { fillWithPeople, personNumber } from './people-million.ts'
import { seedProfile } from './seed-desk.ts'
import { measureSend } from './send-painted.ts'
import { timed } from './timed.ts'

/**
 * The store's part of Send, against the mere rows: the same values into the same tables with the same
 * indexes, in one durable commit. Both take turns, so that a busy disk slows both. Then the whole of it, from
 * the press to the sentence in the window of the built app.
 */
const THERE_ALREADY = 10_000
const ROUNDS = 400

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-send-'))
const at = '2026-01-01T00:00:00.000Z'

async function main() {
  const times = measureStore()
  const profile = path.join(scratch, 'profile')
  filled(seedProfile(profile)).close()
  const { saved, bare } = await measureSend(profile)
  const [p50, p95] = [0.5, 0.95]
  conclude([
    figure('send', percentile(times.store, p50), 'ms', percentile(times.rows, p50), { must: 2 }),
    figure('send.saved-painted', percentile(saved, p95), 'ms', percentile(bare, p95), { most: 50 }),
  ])
}

function measureStore() {
  const db = {
    store: filled(path.join(scratch, 'store.db')),
    rows: filled(path.join(scratch, 'rows.db')),
  }
  const { people } = createDeskStore(db.store)
  const write = rowWriter(db.store, db.rows)
  const times = { store: [] as number[], rows: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const fields = { ...personNumber(THERE_ALREADY + round), cardId: null }
    const opId = v7()
    times.store.push(timed(() => people.acceptCreate({ opId, fields, at })))
    const copy = write(opId)
    times.rows.push(timed(copy))
  }
  db.store.close()
  db.rows.close()
  return times
}

function filled(file: string): Database {
  const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
  if (!opened.ok) throw new Error(`the bench database was refused: ${opened.code}`)
  fillWithPeople(opened.value, THERE_ALREADY)
  return opened.value
}

type Value = string | number | Uint8Array | null

/** Copies what one operation wrote into `from`, with everything looked up before the clock starts. */
function rowWriter(from: Database, to: Database) {
  const tables = [
    ['record', 'id'],
    ['outbox', 'op_id'],
  ] as const
  const copies = tables.map(([table, key]) => {
    const columns = to
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name)
    const select = from.prepare<[string], Record<string, Value>>(
      `SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ?`,
    )
    const insert = to.prepare<Value[]>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    return { select, insert }
  })
  const addKey = to.prepare<[string, Value]>('INSERT INTO outbox_key (key, seq) VALUES (?, ?)')

  return (opId: string) => {
    const rows = copies.map(({ select }) => select.get(opId) ?? {})
    const seq = rows[1]?.['seq'] ?? null
    return () =>
      to.write(() => {
        for (const [index, { insert }] of copies.entries()) {
          insert.run(...Object.values(rows[index] ?? {}))
        }
        addKey.run(`e:${opId}`, seq)
      })
  }
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
