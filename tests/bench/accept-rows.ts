import path from 'node:path'
import { v7 } from 'uuid'
import type { Database } from '../../electron/store/database.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { fillWithPeople, personNumber } from './people-million.ts'
import { timed } from './timed.ts'

/** People who are there before. */
const THERE_ALREADY = 10_000
const ROUNDS = 400

const at = '2026-01-01T00:00:00.000Z'

export type AcceptTimes = { readonly store: number[]; readonly rows: number[] }

/**
 * The store's part of Send, against the mere rows: the same values into the same tables with the same
 * indexes, in one durable commit. Both take turns, so that a busy disk slows both.
 */
export function measureAccept(scratch: string): AcceptTimes {
  const db = {
    store: filled(path.join(scratch, 'store.db')),
    rows: filled(path.join(scratch, 'rows.db')),
  }
  const { people } = createDeskStore(db.store)
  const write = rowWriter(db.store, db.rows)
  const times: AcceptTimes = { store: [], rows: [] }
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

/** A desk database of people whom the cloud knows. */
export function filled(file: string): Database {
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
