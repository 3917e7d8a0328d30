import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type PersonFields, type PersonKind, fullName, personKind } from '../../core/person.ts'
import { type Change, type InvitationMail, invitationMail } from '../../core/record.ts'
import { type Right, right } from '../../core/rights.ts'
import { role } from '../../core/role.ts'
import { cardsOf, holdersOf, putCards } from './cards.ts'
import { provisionalPosition, publish } from './feed.ts'
import { readList } from './list-column.ts'
import type { CloudDatabase } from './open-database.ts'
import { createRegionMoves } from './region-moves.ts'
import { OvertakenError, hasRowLocks } from './row-locks.ts'
import { emailKey } from './people.ts'
import type { RecordTable } from './schema.ts'

export type RecordRow = Selectable<RecordTable>

/** The living record or tombstone, or null when there never was one (or its tombstone is purged). */
export async function findRecord(
  db: CloudDatabase,
  accountId: string,
  id: string,
  /**
   * Keeps the record as it is until the end of the transaction. Whoever changes what belongs to a record
   * (its mail, its links) holds the record first, so that no two wait for each other.
   */
  { hold = false }: { readonly hold?: boolean } = {},
) {
  const found = db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
  const row = await (hold && hasRowLocks(db) ? found.forUpdate() : found).executeTakeFirst()
  return row ?? null
}

/** The living record that has this email, or this card in any way; null for none. */
export async function findHolder(
  db: CloudDatabase,
  accountId: string,
  by: { cardId: string } | { email: string },
): Promise<RecordRow | null> {
  const living = db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('deleted', '=', 0)
  const row = await (
    'cardId' in by
      ? living.where('id', 'in', holdersOf(db, accountId, [by.cardId]))
      : living.where('email_key', '=', emailKey(by.email))
  ).executeTakeFirst()
  return row ?? null
}

export async function insertRecord(db: CloudDatabase, row: RecordRow) {
  await db.insertInto('record').values(row).execute()
  await putCards(db, row.account_id, { changed: [], made: [row] })
}

/** Writes the next version. Throws `OvertakenError` when the record is no longer at the version before. */
export async function replaceRecord(db: CloudDatabase, row: RecordRow) {
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set(row)
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new OvertakenError()
  await putCards(db, row.account_id, { changed: [row], made: [] })
}

/**
 * The next version of a record that no operation made, told in the feed. To be the last thing in its
 * transaction.
 */
export async function tell(
  db: CloudDatabase,
  before: RecordRow,
  changes: Partial<RecordRow>,
  now: string,
): Promise<RecordRow> {
  const next = { version: before.version + 1, seq: provisionalPosition(1), op_id: null }
  const row = { ...before, ...changes, ...next, changed_at: now }
  const moves = createRegionMoves(db, row.account_id)
  await replaceRecord(db, row)
  await moves.note(before, row)
  await moves.place(await publish(db, row.account_id, 1))
  return row
}

export function fieldColumns(fields: PersonFields) {
  return {
    email: fields.email,
    email_key: fields.email === null ? null : emailKey(fields.email),
    role: fields.role,
    first_name: fields.firstName,
    last_name: fields.lastName,
    organization: fields.organization,
    additional_information: fields.additionalInformation,
    card_id: fields.cardId,
    surface_id: fields.surfaceId,
    region_id: fields.regionId,
  }
}

export function fieldsOf(row: RecordRow): PersonFields {
  return {
    email: row.email,
    role: role.parse(row.role),
    firstName: row.first_name,
    lastName: row.last_name,
    organization: row.organization,
    additionalInformation: row.additional_information,
    cardId: row.card_id,
    surfaceId: row.surface_id,
    regionId: row.region_id,
  }
}

export function kindOfRow(row: RecordRow): PersonKind {
  return personKind.parse(row.kind)
}

export function grantsOf(row: RecordRow): { groups: string[]; rights: Right[] } {
  return {
    groups: readList(z.string(), row.groups),
    rights: readList(right, row.rights),
  }
}

export function grantColumns(has: {
  readonly groups: readonly string[]
  readonly rights: readonly Right[]
}) {
  return { groups: JSON.stringify(has.groups), rights: JSON.stringify(has.rights) }
}

/** "First Last"; empty when neither is known. */
export function fullNameOf(row: RecordRow): string {
  return fullName(fieldsOf(row))
}

/** What a person is called where somebody else meets them. */
export function displayName(row: RecordRow): string {
  return fullNameOf(row) || (row.email ?? '')
}

export function changeOf(row: RecordRow): Change {
  const { id, version } = row
  if (row.deleted === 1) return { id, version, deleted: true, state: null, opId: row.op_id }
  return {
    id,
    version,
    deleted: false,
    state: {
      ...fieldsOf(row),
      otherCards: cardsOf(row).otherCards,
      kind: kindOfRow(row),
      inviteSentAt: row.invite_sent_at,
      mail: mailOf(row),
      registeredAt: row.registered_at,
      ...grantsOf(row),
      createdAt: row.created_at,
      createdBy: row.created_by,
    },
    opId: row.op_id,
  }
}

function mailOf(row: RecordRow): InvitationMail | null {
  if (row.kind !== 'invitation' || row.mail_state === null) return null
  return invitationMail.parse({
    state: row.mail_state,
    reason: row.mail_reason,
    openedAt: row.mail_opened_at,
    expiresAt: row.invite_expires_at,
  })
}
