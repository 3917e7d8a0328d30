import type { ColumnType } from 'kysely'

/**
 * Portable column types only (text, integer), so that PostgreSQL is a second dialect: times are ISO 8601
 * in UTC, hashes hexadecimal, booleans 0 and 1.
 */
export type Schema = {
  meta: { key: string; value: string }
  account: AccountTable
  person: PersonTable
  membership: { person_id: string; account_id: string; role: string }
  desk_session: DeskSessionTable
  access_token: { hash: string; session_id: string; expires_at: string }
  record: RecordTable
  ledger: LedgerTable
}

type Flag = ColumnType<number, number | undefined, number>

export type AccountTable = {
  id: string
  name: string
  active: Flag
  /** The counter of the change feed; raised last in a write transaction, so its row lock is short. */
  feed_seq: Flag
  /** Tombstones up to this feed position are gone: a cursor before it has missed them. */
  purged_seq: Flag
  created_at: string
}

export type PersonTable = {
  id: string
  email: string
  /** Lower case: how emails are compared. */
  email_key: string
  name: string
  password_hash: string
  active: Flag
  created_at: string
}

/** One signed-in desk. Tokens are kept as SHA-256 only. */
export type DeskSessionTable = {
  id: string
  person_id: string
  desk_id: string
  desk_name: string
  refresh_hash: string
  /** The token before the current one: valid until the current one is first used. */
  previous_refresh_hash: string | null
  refresh_expires_at: string
  created_at: string
}

export type RecordTable = {
  account_id: string
  id: string
  version: number
  deleted: number
  /** Feed position of the latest change; negative inside the transaction that makes it. */
  seq: number
  op_id: string | null
  kind: string
  email: string | null
  email_key: string | null
  role: string
  first_name: string
  last_name: string
  organization: string
  additional_information: string
  card_id: string | null
  surface_id: string
  /** JSON array of names. */
  groups: string
  invite_sent_at: string | null
  /** The version with which an invitation became a registered user. */
  registered_version: number | null
  created_at: string
  created_by: string
  changed_at: string
}

/** What became of an operation: the fact is kept for ever, `body` (the stored answer) for 90 days. */
export type LedgerTable = {
  account_id: string
  op_id: string
  /** SHA-256 of the item's bytes. */
  hash: string
  outcome: string
  record_id: string | null
  version: number | null
  code: string | null
  /** What a refusal cannot be rebuilt without: the field's path, or the holder's id. */
  detail: string | null
  body: string | null
  at: string
}
