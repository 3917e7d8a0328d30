import { putInEffect } from '../store/effects.ts'
import { invitationExpiry } from '../store/invitations.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { type RecordRow, grantColumns } from '../store/records.ts'
import { demoId } from './demo-id.ts'
import { type DemoMail, demoStandings } from './demo-standings.ts'

/**
 * Gives the demo people their groups, rights and mails. Nobody has seen the records yet, so that this is
 * no new version of them; nothing is really mailed.
 */
export async function dressUp(database: CloudDatabase, accountId: string, now: Date) {
  await inTransaction(database, async (db) => {
    await db.deleteFrom('mail').where('account_id', '=', accountId).execute()
    const rows = await db
      .selectFrom('record')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute()
    for (const row of rows) {
      const standing = demoStandings[row.email ?? row.last_name]
      if (!standing) continue
      const { groups = [], rights = [], mail } = standing
      const columns = {
        ...grantColumns({ groups: groups.map(demoId), rights }),
        ...(mail ? await mailColumns(db, row, mail, now) : {}),
      }
      await db
        .updateTable('record')
        .set(columns)
        .where('account_id', '=', accountId)
        .where('id', '=', row.id)
        .execute()
      await putInEffect(db, { ...row, ...columns })
    }
  })
}

async function mailColumns(db: CloudDatabase, row: RecordRow, mail: DemoMail, now: Date) {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const { sentDaysAgo, openedHoursAgo, reason = null } = mail
  const sentAt =
    sentDaysAgo === undefined
      ? (row.invite_sent_at ?? row.created_at)
      : before(sentDaysAgo * 86_400_000)
  return {
    created_at: sentAt < row.created_at ? sentAt : row.created_at,
    invite_sent_at: sentAt,
    invite_expires_at: await invitationExpiry(db, row.account_id, sentAt),
    mail_state: mail.state,
    mail_reason: reason,
    mail_opened_at: openedHoursAgo === undefined ? null : before(openedHoursAgo * 3_600_000),
  }
}
