import { allMigrations } from './migrations/all.ts'
import type { CloudDatabase } from './open-database.ts'

type Bookkeeping = { kysely_migration: { name: string } }

/** What is missing for this program to serve; null: nothing. `database`: it does not answer in time. */
export async function notReady(
  db: CloudDatabase,
  patienceMs: number,
): Promise<'database' | 'schema' | null> {
  const done = await inTime(
    db.withTables<Bookkeeping>().selectFrom('kysely_migration').select('name').execute(),
    patienceMs,
  )
  if (done === null) return 'database'
  const names = new Set(done.map(({ name }) => name))
  // Later ones do no harm: while instances are replaced one by one, the old ones go on.
  return Object.keys(allMigrations(true)).every((name) => names.has(name)) ? null : 'schema'
}

/** null when it fails, or takes too long. */
async function inTime<T>(asked: Promise<T>, patienceMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)))
  try {
    return await Promise.race([asked, late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
