import { newToken, sha256 } from '../tokens.ts'
import { addMail } from './mail-queue.ts'
import type { CloudDatabase } from './open-database.ts'
import type { RecordRow } from './records.ts'
import { hasRowLocks } from './row-locks.ts'

type RecordKey = Pick<RecordRow, 'account_id' | 'id'>

/** Queues the mail of an invitation, in place of one that waits already. */
export async function queueMail(db: CloudDatabase, row: RecordRow, now: string) {
  if (row.email === null) throw new Error('an invitation without an address')
  await dropMail(db, row)
  const { account_id, id: record_id, email } = row
  await addMail(db, { account_id, record_id, email }, now)
}

/** Links mailed or copied before lead to the page "withdrawn", and nothing waits to be mailed. */
export async function withdraw(db: CloudDatabase, row: RecordKey, now: string) {
  await dropMail(db, row)
  await db
    .updateTable('registration_token')
    .set({ withdrawn_at: now })
    .where('account_id', '=', row.account_id)
    .where('record_id', '=', row.id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** A further token for an invitation; told only now, since its hash is all that is kept. */
export async function newRegistrationToken(
  db: CloudDatabase,
  row: RecordKey,
  now: string,
): Promise<string> {
  const token = newToken()
  await db
    .insertInto('registration_token')
    .values({
      hash: sha256(token),
      account_id: row.account_id,
      record_id: row.id,
      created_at: now,
      withdrawn_at: null,
    })
    .execute()
  return token
}

export async function removeToken(db: CloudDatabase, token: string) {
  await db.deleteFrom('registration_token').where('hash', '=', sha256(token)).execute()
}

/** The record that a token was made for, as it is now; `withdrawn` also covers a deleted record. */
export async function findByToken(
  db: CloudDatabase,
  token: string,
  /** Keeps the record as it is until the end of the transaction. */
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<{ readonly row: RecordRow | null; readonly withdrawn: boolean } | null> {
  const found = await db
    .selectFrom('registration_token')
    .selectAll()
    .where('hash', '=', sha256(token))
    .executeTakeFirst()
  if (!found) return null
  const living = db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', found.account_id)
    .where('id', '=', found.record_id)
    .where('deleted', '=', 0)
  const row = await (hold && hasRowLocks(db) ? living.forUpdate() : living).executeTakeFirst()
  return { row: row ?? null, withdrawn: found.withdrawn_at !== null || !row }
}

/** When an invitation that is sent now expires, by the account's setting. */
export async function invitationExpiry(
  db: CloudDatabase,
  accountId: string,
  now: string,
): Promise<string> {
  const { invitation_days: days } = await db
    .selectFrom('account')
    .select('invitation_days')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return new Date(Date.parse(now) + days * 86_400_000).toISOString()
}

async function dropMail(db: CloudDatabase, row: RecordKey) {
  await db
    .deleteFrom('mail')
    .where('account_id', '=', row.account_id)
    .where('record_id', '=', row.id)
    .execute()
}
