import { expect, it } from 'vitest'
import type { Database } from '../../electron/store/database.ts'
import { drawScenario, runScenario } from './sync-scenario.ts'
import { emptyDesk, openDeskDatabase } from './desk-database.ts'

/** Every row of every table, those of the full-text search by what it finds. */
function everything(db: Database): unknown {
  const tables = db.prepare<[], { name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' ORDER BY name`,
  )
  const rows = (name: string) => db.prepare(`SELECT * FROM ${name}`).all()
  return tables.all().map(({ name }) => [name, rows(name)])
}

it('an emptied desk is like a new one, and the same life on it is the same', () => {
  const db = openDeskDatabase()
  const fresh = everything(db)
  const scenario = drawScenario(3, 60)
  const first = runScenario(scenario, db)
  const after = everything(db)
  expect(after).not.toEqual(fresh)
  emptyDesk(db)
  expect(everything(db)).toEqual(fresh)
  expect(runScenario(scenario, db)).toEqual(first)
  const timeless = (value: unknown) => JSON.stringify(value).replaceAll(/"at":"[^"]*"/g, '')
  expect(timeless(everything(db))).toBe(timeless(after))
  db.close()
})
