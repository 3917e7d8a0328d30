import { randomBytes } from 'node:crypto'
import { sha256 } from '../tokens.ts'
import type { WaitingMail } from './mail-queue.ts'
import type { CloudDatabase } from './open-database.ts'
import { emailKey } from './people.ts'
import type { RecordRow } from './records.ts'

/** What a report came back about. */
export type Returned = {
  readonly mailId: string
  readonly accountId: string
  readonly recordId: string
  /** Whether the mail went to this address. */
  readonly wasTo: (email: string) => boolean
}

/**
 * 128 bits for one mail, in letters that every mail server keeps as they are (RFC 5321 lets it fold case).
 * Kept are hashes: of it, and of it with the address that the mail goes to.
 */
export async function newReturnToken(
  db: CloudDatabase,
  mail: Pick<WaitingMail, 'id' | 'email'>,
  about: Pick<RecordRow, 'account_id' | 'id'>,
  now: string,
): Promise<string> {
  const token = randomBytes(16).toString('hex')
  await db
    .insertInto('return_address')
    .values({
      hash: sha256(token),
      mail_id: mail.id,
      account_id: about.account_id,
      record_id: about.id,
      to_digest: digestOf(token, mail.email),
      made_at: now,
    })
    .execute()
  return token
}

/** null: nothing was ever sent with it, or long ago. */
export async function findReturned(db: CloudDatabase, token: string): Promise<Returned | null> {
  const row = await db
    .selectFrom('return_address')
    .selectAll()
    .where('hash', '=', sha256(token))
    .executeTakeFirst()
  if (!row) return null
  const { mail_id: mailId, account_id: accountId, record_id: recordId } = row
  const wasTo = (email: string) => digestOf(token, email) === row.to_digest
  return { mailId, accountId, recordId, wasTo }
}

export async function removeReturnToken(db: CloudDatabase, token: string) {
  await db.deleteFrom('return_address').where('hash', '=', sha256(token)).execute()
}

function digestOf(token: string, email: string): string {
  return sha256(`${token} ${emailKey(email)}`)
}
