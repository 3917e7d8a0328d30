import type { ColumnType } from 'kysely'

/** What a mail is for. */
export type MailKind = 'invitation' | 'password-link' | 'password-changed'

/** What is still to be mailed, and the links that were. */
export type MailTables = {
  mail: MailTable
  registration_token: RegistrationTokenTable
  /** The latest link of each person to choose another password, as SHA-256. */
  password_link: { person_id: string; hash: string; expires_at: string }
  return_address: ReturnAddressTable
}

/** A mail that is still to be sent. The link is made when it is sent: no token waits here. */
type MailTable = {
  id: string
  kind: ColumnType<MailKind, MailKind | undefined, MailKind>
  /** Of an invitation. */
  account_id: string | null
  record_id: string | null
  /** Of an invitation its address; otherwise the key of a person's, who may be nobody. */
  email: string
  queued_at: string
  due_at: string
  attempts: number
  /** Until then the attempt belongs to whoever took it. */
  claimed_until: string | null
  last_error: string | null
}

/** A link to the registration page, as SHA-256. How long it is good for is the record's matter. */
type RegistrationTokenTable = {
  hash: string
  account_id: string
  record_id: string
  created_at: string
  withdrawn_at: string | null
}

/** Of a mail that was sent, as SHA-256; `to_digest` says to whom, for who has the token and the address. */
type ReturnAddressTable = {
  hash: string
  mail_id: string
  account_id: string
  record_id: string
  to_digest: string
  made_at: string
}
