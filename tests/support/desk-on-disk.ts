import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StoreUnavailable } from '../../electron/store/database.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { openDeskStore } from '../../electron/store/open-desk-store.ts'
import { at, id, person } from './desk-people.ts'

/** A program of its own: `node desk-on-disk.ts FOLDER USE` prints one JSON object about what happened. */
const [folder = '', use = ''] = process.argv.slice(2)
const file = path.join(folder, 'desk.db')

const uses: Readonly<Record<string, () => unknown>> = {
  open: () => withStore(() => ({})),
  count: () => withStore((store) => ({ kept: store.outbox.counts().ready })),
  'accept-3': () => withStore((store) => ({ accepted: acceptUntil(store, 3).accepted })),
  fill,
  'migrate-full': migrateOnFullDisk,
}
console.log(JSON.stringify(uses[use]?.()))

function withStore(work: (store: DeskStore) => object): object {
  const store = openDeskStore({ path: file })
  if (!store.ok) return { opened: store.code }
  const result = work(store.value)
  store.value.close()
  return { opened: 'ok', ...result }
}

function acceptUntil(store: DeskStore, most: number) {
  const fields = person({ additionalInformation: 'x'.repeat(4000) })
  for (let n = 0; n < most; n += 1) {
    const result = store.people.acceptCreate({ opId: id(n), fields, at })
    if (!result.ok) return { accepted: n, refused: result.code }
  }
  return { accepted: most, refused: null }
}

function fill(): object {
  const spare = path.join(folder, 'spare')
  writeFileSync(spare, Buffer.alloc(64 * 1024))
  const filled = withStore((store) => {
    const result = acceptUntil(store, 10_000)
    return { ...result, claim: claimRefusal(store) }
  })
  rmSync(spare)
  const after = withStore((store) => ({ kept: store.outbox.counts().ready }))
  return { ...after, ...filled }
}

function claimRefusal(store: DeskStore): string {
  try {
    store.outbox.claim({ items: 500, bytes: 10_000_000, skip: new Set() })
    return 'claimed'
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.refusal
    throw error
  }
}

function migrateOnFullDisk(): object {
  withStore((store) => acceptUntil(store, 20))
  const filler = path.join(folder, 'filler')
  for (let size = 1024 * 1024; size >= 4096;) {
    try {
      writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // The disk is full: smaller pieces take what is left.
      size /= 2
    }
  }
  const newest = Math.max(...deskMigrations.map(({ version }) => version))
  const next = { version: newest + 10, sql: 'ALTER TABLE record ADD COLUMN later TEXT' }
  const migrations = [...deskMigrations, next]
  const opened = openDatabase({ path: file, key: null, migrations })
  const files = readdirSync(folder).filter((name) => !name.endsWith('-wal'))
  writeFileSync(filler, '')
  const old = openDatabase({ path: file, key: null, migrations: deskMigrations })
  const version = old.ok ? old.value.prepare('PRAGMA user_version').get() : old.code
  const unchanged = versionOf(version) === newest
  return { opened: opened.ok ? 'ok' : opened.code, unchanged, files }
}

function versionOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : row
}
