import { isLanguage } from '../pages/language.ts'
import { newRegistrationToken, removeToken } from '../store/invitations.ts'
import { type WaitingMail, claimMail, finishMail, postponeMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, findRecord, fullNameOf, tell } from '../store/records.ts'
import { newReturnToken, removeReturnToken } from '../store/return-addresses.ts'
import { inTransaction } from '../store/row-locks.ts'
import { invitationMail } from './invitation-mail.ts'
import type { Delivery, Mail, Mailer } from './mailer.ts'
import type { ReturnAddress } from './return-address.ts'

export type DeliverDeps = {
  readonly db: CloudDatabase
  readonly mailer: Mailer
  readonly registrationUrl: (token: string) => string
  /** Where reports come back to; null: nowhere that is read. */
  readonly returnAddress: ReturnAddress | null
  readonly now: () => Date
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** For the operator: `sign` is a reply code or the name of an error, never what was said about whom. */
  readonly onFailure: (facts: { readonly attempt: number; readonly sign: string }) => void
}

/**
 * Sends the mail that is due longest; false when none is. The link is made for this attempt, so that a
 * waiting mail holds no secret. At least once: when the cloud dies between the server's yes and its own
 * note of it, the mail goes out again under the same Message-ID.
 */
export async function deliverNext(deps: DeliverDeps): Promise<boolean> {
  const { db, mailer, now } = deps
  const mail = await inTransaction(db, (transaction) => claimMail(transaction, now()))
  if (mail === null) return false
  const prepared = await inTransaction(db, (transaction) => prepare(deps, transaction, mail))
  if (prepared === null) return true
  const delivery = await mailer.send(prepared.message)
  await inTransaction(db, async (transaction) => {
    const row = await recordOf(transaction, mail)
    const arrived = delivery.outcome === 'sent'
    const maybe = delivery.outcome === 'failed' && delivery.uncertain
    if (!arrived && !maybe) {
      await removeToken(transaction, prepared.token)
      if (prepared.back !== null) await removeReturnToken(transaction, prepared.back)
    }
    await note(deps, transaction, { mail, row }, delivery)
  })
  return true
}

const recordOf = (db: CloudDatabase, mail: WaitingMail) =>
  findRecord(db, mail.account_id, mail.record_id, { hold: true })

/** null: there is nothing to send any more. */
async function prepare(
  { registrationUrl, returnAddress, now }: DeliverDeps,
  db: CloudDatabase,
  mail: WaitingMail,
): Promise<{
  readonly message: Mail
  readonly token: string
  readonly back: string | null
} | null> {
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
    .where('id', '=', mail.account_id)
    .executeTakeFirstOrThrow()
  const inviter = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', row.created_by)
    .executeTakeFirst()
  const token = await newRegistrationToken(db, row, at)
  const back = returnAddress === null ? null : await newReturnToken(db, mail, at)
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
  return { message, token, back }
}

async function note(
  { now, random, onFailure }: DeliverDeps,
  db: CloudDatabase,
  { mail, row }: { readonly mail: WaitingMail; readonly row: RecordRow | null },
  delivery: Delivery,
) {
  const at = now()
  if (delivery.outcome === 'failed') {
    const sign = /^\d{3}\b|\bE[A-Z]{3,}\b/.exec(delivery.reason)?.[0] ?? 'unknown'
    onFailure({ attempt: mail.attempts, sign })
    const dueAt = new Date(at.getTime() + retryInMs(mail.attempts, random)).toISOString()
    return postponeMail(db, mail, { dueAt, error: delivery.reason })
  }
  if (!(await finishMail(db, mail))) return
  if (!row || row.deleted === 1 || row.kind !== 'invitation') return
  const sent = { mail_state: 'sent', mail_reason: null, invite_sent_at: at.toISOString() }
  const refused = delivery.outcome === 'refused' ? delivery.reason : null
  const changes =
    refused === null ? sent : { mail_state: 'refused', mail_reason: refused, mail_opened_at: null }
  await tell(db, row, changes, at.toISOString())
}

const firstRetryMs = 30_000
const longestRetryMs = 60 * 60_000

/** Full jitter over a span that doubles, never less than half of it. */
export function retryInMs(attempts: number, random: () => number): number {
  const span = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20))
  return Math.round(span / 2 + (span / 2) * random())
}
