import type { ColumnType } from 'kysely'
import type { DirectoryTables } from './schema-directory.ts'
import type { MailTables } from './schema-mail.ts'
import type { RegionTables } from './schema-regions.ts'
import type { SignInTables } from './schema-sign-in.ts'

/**
 * Portable column types only (text, integer), so that PostgreSQL is a second dialect: times are ISO 8601
 * in UTC, hashes hexadecimal, booleans 0 and 1.
 */
export type Schema = DirectoryTables &
  MailTables &
  RegionTables &
  SignInTables & {
    meta: { key: string; value: string }
    account: AccountTable
    person: PersonTable
    membership: MembershipTable
    desk_session: DeskSessionTable
    access_token: { hash: string; session_id: string; expires_at: string }
    record: RecordTable
    card_holder: CardHolderTable
    ledger: LedgerTable
    desk_log: DeskLogTable
    audit: AuditTable
    /** Who was erased: by id alone, counted in the account. */
    erasure: { account_id: string; seq: number; subject_id: string; at: string }
    person_identity: PersonIdentityTable
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
  /** Of mails: `en` or `fi`. */
  language: ColumnType<string, string | undefined, string>
  /** How long an invitation is good for. */
  invitation_days: Flag
  directory_version: Flag
  /** Position of the latest line of the desk log. */
  log_seq: Flag
  /** The end of the account's chain of audit entries: its place and its hash. */
  audit_seq: Flag
  audit_hash: ColumnType<string, string | undefined, string>
  /** How many were erased. */
  erasure_seq: Flag
  /** JSON of core/card-profile; null: as in an account without one. */
  card_profile: ColumnType<string | null, string | null | undefined, string | null>
  created_at: string
}

export type MembershipTable = {
  person_id: string
  account_id: string
  role: string
  /** What a Regional Admin is limited to, who sees nobody without; for others: of which their records are. */
  region_id: string | null
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
  /** Of sessions from before tokens named them: as good as the present one, until either is used. */
  previous_refresh_hash: string | null
  /** JSON array of the hashes of tokens that were given for the present one; using one makes it that. */
  offered: ColumnType<string, string | undefined, string>
  /** When the token before the present one stopped to be good. */
  superseded_at: ColumnType<string | null, undefined, string>
  /** Of the part that all refresh tokens of the session share; null for sessions from before there was one. */
  family_hash: ColumnType<string | null, string | undefined, never>
  refresh_expires_at: string
  created_at: string
  /** `revoked`, `password-changed` or `reused` once it is over. */
  ended: ColumnType<string | null, undefined, string>
}

export type RecordTable = {
  account_id: string
  id: string
  version: number
  deleted: number
  /** Feed position of the latest change; negative inside the transaction that makes it. */
  seq: number
  op_id: string | null
  /** The latest version that somebody asked for; later ones only tell about groups, rights and mail. */
  wished_version: number
  /** Who asked for it, and when; null: before this was noted. */
  wished_by: string | null
  wished_at: string | null
  region_id: string | null
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
  /** JSON array of core/other-card. */
  other_cards: string
  /** JSON array of ids. */
  groups: string
  /** JSON array of core/rights. */
  rights: string
  invite_sent_at: string | null
  invite_expires_at: string | null
  /** null: no mail was ever queued for this invitation. */
  mail_state: string | null
  mail_reason: string | null
  mail_opened_at: string | null
  /** The version with which an invitation became a registered user. */
  registered_version: number | null
  registered_at: string | null
  /** Whose login this record is, once registered. */
  person_id: string | null
  created_at: string
  created_by: string
  changed_at: string
}

/** Who has a card, as the main one or beside it: in an account a card is with one living record. */
export type CardHolderTable = {
  account_id: string
  card_id: string
  record_id: string
  /** When a temporary card ends; null once it has, and for all others. */
  ends_at: string | null
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

/** One card event. The database itself refuses to change or remove a line. */
export type DeskLogTable = {
  account_id: string
  /** By commit, counted in the account. */
  seq: number
  op_id: string
  nth: number
  /** As the desk told it, and when it arrived. */
  at: string
  logged_at: string
  who_id: string
  who: string
  desk_id: string
  desk: string
  reader: string | null
  what: string
  record_id: string
  region_id: string | null
  person: string
  from_person: string | null
  /** Of which region they were. */
  from_region_id: string | null
  /** Masked, both of them. */
  card: string
  instead: string | null
  refusal: string | null
}

/** One entry of an account's chain (see audit/chain.ts). Only `who` and `about` can go, and nothing can change. */
export type AuditTable = {
  account_id: string
  seq: number
  at: string
  what: string
  /** null: the operator of the cloud. */
  who_id: string | null
  who_digest: string | null
  /** Sealed: JSON of the names of person and desk; null once erased. */
  who: string | null
  desk_id: string | null
  about_id: string | null
  about_digest: string | null
  /** Sealed: the name that the person had then; null once erased. */
  about: string | null
  /** Names of fields with a space between them. */
  fields: string
  /** Masked. */
  card: string | null
  hash: string
}

/** What a provider of sign-ins calls a person. */
export type PersonIdentityTable = {
  issuer: string
  subject: string
  person_id: string
  linked_at: string
}
