import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import type { Database } from './database.ts'
import { type Migration, backupPath } from './migrate.ts'
import { deskMigrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { profileMigrations } from './profile-migrations/index.ts'

function opened(at: string, migrations: readonly Migration[]): Database {
  const database = openDatabase({ path: at, key: null, migrations })
  if (!database.ok) throw new Error(database.code)
  return database.value
}

const schemaOf = (database: Database) =>
  database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()

describe.each([
  ['desk', deskMigrations],
  ['profile', profileMigrations],
])('migrations of the %s database', (_name, migrations) => {
  it('are numbered by tens, rising', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
    expect(new Set(versions).size).toBe(versions.length)
  })

  it.each(migrations.map(({ version }) => version))(
    'lead from version %i to the same schema as a new file has',
    (version) => {
      const folder = temporaryFolder()
      const old = path.join(folder, 'old.db')
      opened(
        old,
        migrations.filter((migration) => migration.version <= version),
      ).close()
      const migrated = opened(old, migrations)
      const fresh = opened(path.join(folder, 'fresh.db'), migrations)
      expect(schemaOf(migrated)).toEqual(schemaOf(fresh))
      migrated.close()
      fresh.close()
    },
  )

  it('make every table STRICT', () => {
    const database = opened(':memory:', migrations)
    const loose = database.prepare(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'`,
    )
    expect(loose.all()).toEqual([])
    database.close()
  })
})

describe('migrating a file with data', () => {
  const first: Migration = {
    version: 10,
    sql: "CREATE TABLE note (text TEXT) STRICT; INSERT INTO note VALUES ('kept')",
  }
  const second: Migration = { version: 20, sql: 'ALTER TABLE note ADD COLUMN at TEXT' }
  const broken: Migration = { version: 30, sql: 'DELETE FROM note; SELECT * FROM nowhere' }

  it('copies it beside itself first', () => {
    const at = path.join(temporaryFolder(), 'desk.db')
    opened(at, [first]).close()
    opened(at, [first, second]).close()
    const copy = opened(backupPath(at, 10), [first])
    expect(copy.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept' }])
    copy.close()
  })

  it('makes no copy of a new file or of one that is up to date', () => {
    const at = path.join(temporaryFolder(), 'desk.db')
    opened(at, [first]).close()
    opened(at, [first]).close()
    expect(existsSync(backupPath(at, 10))).toBe(false)
    expect(existsSync(backupPath(at, 0))).toBe(false)
  })

  it('leaves the last good version when a step fails', () => {
    const at = path.join(temporaryFolder(), 'desk.db')
    opened(at, [first]).close()
    expect(() => opened(at, [first, second, broken])).toThrow('nowhere')
    const after = opened(at, [first, second])
    expect(after.prepare('SELECT text FROM note').all()).toEqual([{ text: 'kept' }])
    after.close()
  })
})
