import { sql } from 'kysely'
import type { CloudDatabase } from '../store/open-database.ts'
import { hasRowLocks } from '../store/row-locks.ts'

/**
 * What was deleted is still in free parts of the database's file until it is written anew: SQLite's as a
 * whole, with its journal; of PostgreSQL the rows that nobody sees any more. False: others were at work for
 * too long, and nothing is lost by doing it again.
 */
export async function forgetOnDisk(database: CloudDatabase): Promise<boolean> {
  return database.connection().execute(async (db) => {
    try {
      if (hasRowLocks(db)) {
        await sql`set statement_timeout = 0`.execute(db)
        await sql`vacuum`.execute(db)
        await sql`reset statement_timeout`.execute(db)
        return true
      }
      await sql`vacuum`.execute(db)
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
      return rows[0]?.busy === 0
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (/^SQLITE_(BUSY|LOCKED)|^55P03$/.test(code)) return false
      throw error
    }
  })
}
