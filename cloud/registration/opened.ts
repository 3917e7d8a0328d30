import type { CloudDatabase } from '../store/open-database.ts'
import { tell } from '../store/records.ts'
import { inTransaction } from '../store/row-locks.ts'
import { findInvitation } from './find-invitation.ts'

/** Notes that the registration page of a pending invitation was opened, the first time only. */
export async function noteOpened(database: CloudDatabase, token: string, now: string) {
  await inTransaction(database, async (db) => {
    const found = await findInvitation(db, token, now)
    if (found.state !== 'open' || found.row.mail_opened_at !== null) return
    await tell(db, found.row, { mail_opened_at: now }, now)
  })
}
