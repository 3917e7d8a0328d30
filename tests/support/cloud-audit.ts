import { sql } from 'kysely'
import type { CloudDatabase } from '../../cloud/store/open-database.ts'
import { hasRowLocks } from '../../cloud/store/row-locks.ts'

/** What somebody with the right to the database itself can do: take the triggers of the audit away. */
export async function withoutGuards(db: CloudDatabase) {
  if (hasRowLocks(db)) {
    await sql`alter table audit disable trigger user`.execute(db)
    return
  }
  await sql`drop trigger audit_no_delete`.execute(db)
  await sql`drop trigger audit_no_update`.execute(db)
}
