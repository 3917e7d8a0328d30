import { type PersonRow, personRow } from '../../core/pending-page.ts'
import type { PersonFields, PersonKind } from '../../core/person.ts'
import { StoreUnavailable } from './database.ts'
import { fieldsOf } from './wish.ts'

/** Columns of `record` (and the state of its operations) that a row on the screen is made of. */
export const personColumns = `record.id AS id, email, role, first_name AS firstName, last_name AS lastName,
  organization, additional_information AS additionalInformation, card AS cardId,
  surface_id AS surfaceId, region_id AS regionId, other_cards AS otherCards, kind, group_ids AS groupIds, rights,
  invite_sent_ms AS inviteSentMs, mail_state AS mailState, mail_reason AS mailReason,
  mail_opened_at AS mailOpenedAt, mail_expires_at AS mailExpiresAt, created_at AS createdAt,
  (SELECT max(state) FROM (SELECT state FROM outbox WHERE record_id = record.id
    UNION ALL SELECT state FROM outbox WHERE from_record_id = record.id)) AS opState`

export type PersonColumns = {
  readonly [Field in keyof PersonFields]: PersonFields[Field]
} & {
  readonly id: string
  readonly otherCards: string
  readonly kind: PersonKind
  readonly groupIds: string
  readonly rights: string
  readonly inviteSentMs: number | null
  readonly mailState: string | null
  readonly mailReason: string | null
  readonly mailOpenedAt: string | null
  readonly mailExpiresAt: string | null
  readonly createdAt: string
  /** The state that matters most: parked before in flight before ready. */
  readonly opState: 0 | 1 | 3 | null
}

/** Throws `StoreUnavailable` for a row that no version of this program can have written. */
export function readPersonRow(columns: PersonColumns): PersonRow {
  const row = personRow.safeParse({
    ...fieldsOf(columns),
    id: columns.id,
    otherCards: JSON.parse(columns.otherCards),
    kind: columns.kind,
    groups: JSON.parse(columns.groupIds),
    rights: JSON.parse(columns.rights),
    mail: mailOf(columns),
    inviteSentAt:
      columns.inviteSentMs === null ? null : new Date(columns.inviteSentMs).toISOString(),
    createdAt: columns.createdAt,
    delivery: columns.opState === null ? 'sent' : deliveryOf[columns.opState],
  })
  if (!row.success) throw new StoreUnavailable('database-damaged', row.error)
  return row.data
}

function mailOf({ mailState, mailReason, mailOpenedAt, mailExpiresAt }: PersonColumns) {
  if (mailState === null) return null
  return {
    state: mailState,
    reason: mailReason,
    openedAt: mailOpenedAt,
    expiresAt: mailExpiresAt,
  }
}

const deliveryOf = { 0: 'saved', 1: 'sending', 3: 'attention' } as const
