import { isLanguage } from '../pages/language.ts'
import { newRegistrationToken, removeToken } from '../store/invitations.ts'
import { type WaitingMail, finishMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findRecord, fullNameOf, tell } from '../store/records.ts'
import { newReturnToken, removeReturnToken } from '../store/return-addresses.ts'
import { invitationMail } from './invitation-mail.ts'
import type { Delivery } from './mailer.ts'
import { type Prepare, mayHaveArrived } from './prepared.ts'

async function recordOf(db: CloudDatabase, { account_id, record_id }: WaitingMail) {
  if (account_id === null || record_id === null) return null
  return findRecord(db, account_id, record_id, { hold: true })
}

/** The mail of an invitation that is still pending, with a link of its own. */
export const prepareInvitation: Prepare = async (deps, db, mail) => {
  const { registrationUrl, returnAddress, now } = deps
  const row = await recordOf(db, mail)
  const pending = row?.deleted === 0 && row.kind === 'invitation' && row.email === mail.email
  const expiresAt = row?.invite_expires_at ?? ''
  if (!row || !pending || expiresAt === '') {
    await finishMail(db, mail)
    return null
  }
  const at = now().toISOString()
  if (expiresAt <= at) {
    await finishMail(db, mail)
    const reason = mail.last_error ?? 'expired'
    await tell(db, row, { mail_state: 'refused', mail_reason: reason }, at)
    return null
  }
  const account = await db
    .selectFrom('account')
    .select(['name', 'language'])
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow()
  const inviter = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', row.created_by)
    .executeTakeFirst()
  const token = await newRegistrationToken(db, row, at)
  const back = returnAddress === null ? null : await newReturnToken(db, mail, row, at)
  const language = isLanguage(account.language) ? account.language : 'en'
  const message = invitationMail(mail.id, language, {
    to: mail.email,
    name: fullNameOf(row),
    account: account.name,
    inviter: inviter?.name ?? '',
    url: registrationUrl(token),
    expiresAt,
    returnTo: back === null ? null : (returnAddress?.(back) ?? null),
  })
  return {
    message,
    async settle(transaction, delivery, endAttempt) {
      const present = await recordOf(transaction, mail)
      if (!mayHaveArrived(delivery)) {
        await removeToken(transaction, token)
        if (back !== null) await removeReturnToken(transaction, back)
      }
      if (!(await endAttempt())) return
      if (!present || present.deleted === 1 || present.kind !== 'invitation') return
      const then = now().toISOString()
      await tell(transaction, present, stateAfter(delivery, then), then)
    },
  }
}

function stateAfter(delivery: Delivery, now: string) {
  return delivery.outcome === 'refused'
    ? { mail_state: 'refused', mail_reason: delivery.reason, mail_opened_at: null }
    : { mail_state: 'sent', mail_reason: null, invite_sent_at: now }
}
