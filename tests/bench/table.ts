import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { conclude, figure, percentile } from './figures.ts'
import { fillWithPeople } from './people-million.ts'
import { seedProfile } from './seed-desk.ts'
import { measureHints } from './table-hints.ts'
import { type TableTimes, measureTable } from './table-painted.ts'
import { awkward, measurePages, measureSearches, narrow, wide } from './table-searches.ts'

/**
 * A page of the list among a million invitations, anywhere and in any order, and searches in it: first in the
 * store, then in the window of the built app over the same file.
 */
const ROWS = Number(process.env['TAPDESK_BENCH_PEOPLE'] ?? 1_000_000)

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-table-'))

async function main() {
  const file = seedProfile(scratch)
  const stored = measureStore(file)
  conclude([...stored, ...paintedFigures(await measureTable(scratch))])
}

function measureStore(file: string) {
  const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
  if (!opened.ok) throw new Error(`the bench database was refused: ${opened.code}`)
  const db = opened.value
  fillWithPeople(db, ROWS)
  const page = measurePages(db, ROWS)
  const [search, broad, rest] = [narrow, wide, awkward].map((each) => measureSearches(db, each))
  const hint = measureHints(db)
  db.close()
  if (search === undefined || broad === undefined || rest === undefined)
    throw new Error('no searches')
  const least = [search, broad, rest].flatMap((times) => times.least)
  const like = [search, broad, rest].flatMap((times) => times.like)
  const [p50, p95] = [0.5, 0.95]
  return [
    figure('page', percentile(page.keyset, p95), 'ms', percentile(page.offset, p95), { most: 1 }),
    figure('search', percentile(search.found, p50), 'ms', percentile(search.like, p50), {
      most: 50,
    }),
    figure('search.broad', percentile(broad.found, p50), 'ms', percentile(broad.like, p50), {
      most: 110,
    }),
    figure('hint.card', percentile(hint.found, p95), 'ms', percentile(hint.scan, p50), { most: 5 }),
    figure('search.worst', Math.max(...least), 'ms', Math.max(...like), { most: 110 }),
  ]
}

function paintedFigures({ pages, barePages, keys, bareKeys }: TableTimes) {
  const [p50, p95] = [0.5, 0.95]
  return [
    figure('page.painted', percentile(pages, p95), 'ms', percentile(barePages, p95), { most: 80 }),
    figure('search.key-painted', percentile(keys, p95), 'ms', percentile(bareKeys, p95), {
      most: 33,
    }),
    figure('search.key-painted.p50', percentile(keys, p50), 'ms', percentile(bareKeys, p50)),
  ]
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
