import type { CloudDatabase } from '../store/open-database.ts'
import { findRecord, tell } from '../store/records.ts'
import { findReturned, removeReturnToken } from '../store/return-addresses.ts'
import { inTransaction } from '../store/row-locks.ts'
import type { DeliveryReport } from './delivery-report.ts'

/**
 * - `marked`: the invitation says now that its mail did not arrive
 * - `unknown`: no mail of ours
 * - `no-report`, `not-final`: nothing has failed, or not for good
 * - `past`: the invitation has gone on since: another mail, another address, its page was opened
 * - `early`: the mail is still noted as under way; to be brought again
 */
export type Bounce = 'marked' | 'unknown' | 'no-report' | 'not-final' | 'past' | 'early'

/** What a report changes: at most the one invitation whose mail had this return address. */
export async function noteBounce(
  database: CloudDatabase,
  token: string,
  report: DeliveryReport | null,
  now: string,
): Promise<Bounce> {
  return inTransaction(database, async (db) => {
    const about = await findReturned(db, token)
    if (about === null) return 'unknown'
    if (report === null) return 'no-report'
    const { failure } = report
    if (failure === null) return 'not-final'
    const { accountId, recordId, mailId } = about
    const row = await findRecord(db, accountId, recordId, { hold: true })
    const waiting = await db
      .selectFrom('mail')
      .select('id')
      .where('account_id', '=', accountId)
      .where('record_id', '=', recordId)
      .executeTakeFirst()
    if (waiting?.id === mailId) return 'early'
    await removeReturnToken(db, token)
    const pending = row?.deleted === 0 && row.kind === 'invitation' && row.mail_state === 'sent'
    if (!row || !pending || row.mail_opened_at !== null || !about.wasTo(row.email ?? '')) {
      return 'past'
    }
    await tell(db, row, { mail_state: 'refused', mail_reason: failure.reason }, now)
    return 'marked'
  })
}
