import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'
import { emailKey } from './people.ts'
import type { MailKind, MailTables } from './schema-mail.ts'

export type WaitingMail = Selectable<MailTables['mail']>

export type LoginMail = Exclude<MailKind, 'invitation'>

/** Longer than any attempt may last: then the one who took it is gone. */
const claimMs = 5 * 60_000

/**
 * Takes the mail that is due longest and belongs to nobody. Several clouds on one database each get
 * another one: a row that is being claimed is skipped, and the claim is a conditional write.
 */
export async function claimMail(db: CloudDatabase, now: Date): Promise<WaitingMail | null> {
  const at = now.toISOString()
  const waiting = db
    .selectFrom('mail')
    .selectAll()
    .where('due_at', '<=', at)
    .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<', at)]))
    .orderBy('due_at')
    .limit(1)
  const due = await (
    hasRowLocks(db) ? waiting.forUpdate().skipLocked() : waiting
  ).executeTakeFirst()
  if (!due) return null
  const claimed = await db
    .updateTable('mail')
    .set({
      attempts: due.attempts + 1,
      claimed_until: new Date(now.getTime() + claimMs).toISOString(),
    })
    .where('id', '=', due.id)
    .where('attempts', '=', due.attempts)
    .returningAll()
    .executeTakeFirst()
  // Somebody else was quicker: the next look finds another one, or none.
  return claimed ?? claimMail(db, now)
}

/** Queues a mail about somebody's login, in place of one for the same that waits already. */
export async function queueLoginMail(
  db: CloudDatabase,
  { kind, email }: { readonly kind: LoginMail; readonly email: string },
  now: string,
) {
  const key = emailKey(email)
  await db.deleteFrom('mail').where('kind', '=', kind).where('email', '=', key).execute()
  await addMail(db, { kind, account_id: null, record_id: null, email: key }, now)
}

/** A mail that is due at once and that nobody has tried to send. */
export async function addMail(
  db: CloudDatabase,
  mail: Pick<Insertable<MailTables['mail']>, 'kind' | 'account_id' | 'record_id' | 'email'>,
  now: string,
) {
  const untried = { attempts: 0, claimed_until: null, last_error: null }
  await db
    .insertInto('mail')
    .values({ id: randomUUID(), ...mail, queued_at: now, due_at: now, ...untried })
    .execute()
}

/** What waits to be sent to somebody about their login. */
export async function dropLoginMails(db: CloudDatabase, personId: string) {
  await db
    .deleteFrom('mail')
    .where('kind', '!=', 'invitation')
    .where('email', 'in', (of) =>
      of.selectFrom('person').select('email_key').where('id', '=', personId),
    )
    .execute()
}

/** Ends the wait. false: the mail was withdrawn or replaced while it was being sent. */
export async function finishMail(db: CloudDatabase, mail: WaitingMail): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('mail')
    .where('id', '=', mail.id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function postponeMail(
  db: CloudDatabase,
  mail: WaitingMail,
  later: { readonly dueAt: string; readonly error: string },
) {
  await db
    .updateTable('mail')
    .set({ due_at: later.dueAt, claimed_until: null, last_error: later.error })
    .where('id', '=', mail.id)
    .execute()
}

/** When the next mail is due, or taken up again; null for none. */
export async function nextDue(db: CloudDatabase): Promise<Date | null> {
  const row = await db
    .selectFrom('mail')
    .select((mail) => mail.fn.min(mail.fn.coalesce('claimed_until', 'due_at')).as('at'))
    .executeTakeFirst()
  return row?.at ? new Date(row.at) : null
}
