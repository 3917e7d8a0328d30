import { PostgresAdapter, sql } from 'kysely'
import type { CloudDatabase } from './open-database.ts'

/** Whether `FOR UPDATE` is known. In SQLite a transaction that writes has the whole database to itself. */
export function hasRowLocks(db: CloudDatabase): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/**
 * Another transaction was there first: the same work succeeds, or is refused properly, when it is done
 * once more. SQLSTATE 23505 unique violation, 40001 serialization failure, 40P01 deadlock, 55P03 lock not
 * available.
 */
export function isContention(error: unknown): boolean {
  if (error instanceof OvertakenError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(23505|40001|40P01|55P03)$/.test(code)
}

/**
 * From here on the transaction fails as contention where it would have to wait: for one that holds what the
 * others are going to need, so that whoever it waited for would wait for it.
 */
export async function waitForNobody(db: CloudDatabase) {
  if (hasRowLocks(db)) await sql`set local lock_timeout = '20ms'`.execute(db)
}

/** A row was no longer as it had been read. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError'
}

const attempts = 5

/** A transaction that is done once more, from the start, when another one was there first. */
export async function inTransaction<T>(
  database: CloudDatabase,
  work: (db: CloudDatabase) => Promise<T>,
): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await database.transaction().execute(work)
    } catch (error) {
      if (nth === attempts || !isContention(error)) throw error
    }
  }
}
