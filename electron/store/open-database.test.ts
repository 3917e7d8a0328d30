import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Driver from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../core/outcome.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import type { Database } from './database.ts'
import type { Migration } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const notes: Migration = { version: 10, sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT' }
const file = () => path.join(temporaryFolder(), 'profile', 'test.db')

function open(at: string, migrations: readonly Migration[] = [notes]) {
  return openDatabase({ path: at, key: null, migrations, busyTimeoutMs: 20 })
}

function opened(at: string, migrations?: readonly Migration[]): Database {
  const database = open(at, migrations)
  if (!database.ok) throw new Error(database.code)
  return database.value
}

function withNotes(at: string, count: number): void {
  const database = opened(at)
  const insert = database.prepare<[string]>('INSERT INTO note VALUES (?)')
  database.write(() => {
    for (let n = 0; n < count; n += 1) insert.run(`note ${n} `.repeat(40))
  })
  database.close()
}

const everyFile = (at: string) =>
  readdirSync(path.dirname(at)).map((name) => [
    name,
    readFileSync(path.join(path.dirname(at), name)).toString('base64'),
  ])

describe('a database that is opened', () => {
  it('syncs every commit, still after the first write', () => {
    const database = opened(file())
    database.write(() => database.prepare("INSERT INTO note VALUES ('one')").run())
    const setting = (name: string) => database.prepare(`PRAGMA ${name}`).get()
    expect(setting('synchronous')).toEqual({ synchronous: 2 })
    expect(setting('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(setting('foreign_keys')).toEqual({ foreign_keys: 1 })
    expect(setting('fullfsync')).toEqual({ fullfsync: 1 })
    expect(setting('checkpoint_fullfsync')).toEqual({ checkpoint_fullfsync: 1 })
    database.close()
  })

  it('belongs to one program at a time', () => {
    const at = file()
    const first = opened(at)
    expect(open(at)).toEqual({ ok: false, code: 'in-use' })
    first.close()
    opened(at).close()
  })

  it('takes a write within a write as a part of it', () => {
    const database = opened(file())
    const add = database.prepare<[string]>('INSERT INTO note VALUES (?)')
    expect(() =>
      database.attempt(() => {
        database.attempt(() => ({ ok: true, value: add.run('inner') }))
        throw new Error('outer')
      }),
    ).toThrow('outer')
    expect(database.prepare('SELECT * FROM note').all()).toEqual([])
    database.close()
  })

  it('keeps nothing of what was written before a refusal, and all around a part that was refused', () => {
    const database = opened(file())
    const add = database.prepare<[string]>('INSERT INTO note VALUES (?)')
    const refused = (text: string) =>
      database.attempt(() => {
        add.run(text)
        return fail('taken')
      })
    expect(refused('alone')).toEqual({ ok: false, code: 'taken' })
    const whole = database.attempt(() => {
      add.run('before')
      expect(refused('part')).toEqual({ ok: false, code: 'taken' })
      add.run('after')
      return ok()
    })
    expect(whole.ok).toBe(true)
    const notesKept = database.prepare('SELECT text FROM note').all()
    expect(notesKept).toEqual([{ text: 'before' }, { text: 'after' }])
    database.close()
  })

  it('keeps nothing of a transaction that throws', () => {
    const database = opened(file())
    const insert = database.prepare("INSERT INTO note VALUES ('one')")
    expect(() =>
      database.write(() => {
        insert.run()
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(database.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 0 })
    database.close()
  })

  it('treats a key as a bug as long as there is no encryption', () => {
    const options = { path: file(), key: new Uint8Array(32), migrations: [notes] }
    expect(() => openDatabase(options)).toThrow('no encryption')
  })
})

describe('a database that is refused', () => {
  it('is left as it is when a later version wrote it', () => {
    const at = file()
    opened(at, [notes, { version: 20, sql: 'CREATE TABLE later (x INTEGER) STRICT' }]).close()
    const before = everyFile(at)
    expect(open(at)).toEqual({ ok: false, code: 'database-newer' })
    expect(everyFile(at)).toEqual(before)
  })

  it('is recognised as newer by its log when the later version crashed', () => {
    const at = file()
    withNotes(at, 3)
    const later = new Driver(at)
    later.pragma('wal_autocheckpoint = 0')
    later.exec('CREATE TABLE later (x INTEGER) STRICT; PRAGMA user_version = 20')
    const crashed = path.join(temporaryFolder(), 'test.db')
    for (const end of ['', '-wal']) writeFileSync(`${crashed}${end}`, readFileSync(`${at}${end}`))
    later.close()
    const log = readFileSync(`${crashed}-wal`)
    expect(open(crashed)).toEqual({ ok: false, code: 'database-newer' })
    expect(readFileSync(`${crashed}-wal`)).toEqual(log)
  })

  it.each([
    ['text', (at: string) => writeFileSync(at, 'no database at all, but long enough '.repeat(9))],
    ['a few bytes', (at: string) => writeFileSync(at, 'SQLite')],
    ['a file cut in half', (at: string) => truncateSync(at, 20_480)],
    ['a page of noise in the middle', (at: string) => overwrite(at, 12_288, 4096)],
    ['a destroyed schema', (at: string) => overwrite(at, 100, 3900)],
  ])('is told as damaged when it is %s, and kept', (_what, damage) => {
    const at = file()
    withNotes(at, 200)
    damage(at)
    const before = readFileSync(at)
    expect(open(at)).toEqual({ ok: false, code: 'database-damaged' })
    expect(readFileSync(at)).toEqual(before)
  })

  it('is whole again when the power failed while its first page was copied from the log', () => {
    const at = file()
    withNotes(at, 20)
    const living = opened(at)
    living.prepare<[string]>('INSERT INTO note VALUES (?)').run('the last one')
    const crashed = path.join(temporaryFolder(), 'crashed.db')
    for (const end of ['', '-wal']) writeFileSync(`${crashed}${end}`, readFileSync(`${at}${end}`))
    living.close()
    overwrite(crashed, 0, 512)
    const database = opened(crashed)
    expect(database.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 21 })
    database.close()
  })

  it('is not taken for a newer one when a power cut left noise at the end of its log', () => {
    const at = file()
    withNotes(at, 20)
    const living = opened(at)
    const crashed = path.join(temporaryFolder(), 'crashed.db')
    for (const end of ['', '-wal']) writeFileSync(`${crashed}${end}`, readFileSync(`${at}${end}`))
    living.close()
    const pageBytes = 4096
    // The only frame: what was written when the database was opened, its first page.
    expect(readFileSync(`${crashed}-wal`)).toHaveLength(32 + 24 + pageBytes)
    overwrite(`${crashed}-wal`, 32 + 24, 512, 0x25)
    const database = opened(crashed)
    expect(database.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 20 })
    database.close()
  })

  it('is told as damaged when it is some other program’s', () => {
    const at = path.join(temporaryFolder(), 'other.db')
    const other = new Driver(at)
    other.exec('CREATE TABLE bookmark (url TEXT)')
    other.close()
    expect(open(at)).toEqual({ ok: false, code: 'database-damaged' })
  })

  it('is told as not writable when a folder has its name', () => {
    expect(open(temporaryFolder())).toEqual({ ok: false, code: 'read-only' })
  })
})

function overwrite(at: string, from: number, bytes: number, filler = 0xa5): void {
  const content = readFileSync(at)
  content.fill(filler, from, from + bytes)
  writeFileSync(at, content)
}
