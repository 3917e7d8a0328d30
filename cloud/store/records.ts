import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type PersonFields, type PersonKind, fullName, personKind } from '../../core/person.ts'
import type { Change } from '../../core/record.ts'
import { role } from '../../core/role.ts'
import type { CloudDatabase } from './open-database.ts'
import { emailKey } from './people.ts'
import type { RecordTable } from './schema.ts'

const groupNames = z.array(z.string())

export type RecordRow = Selectable<RecordTable>

/** The living record or tombstone, or null when there never was one (or its tombstone is purged). */
export async function findRecord(db: CloudDatabase, accountId: string, id: string) {
  const row = await db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The living record of the account that holds this card or email; null for none. */
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
      ? living.where('card_id', '=', by.cardId)
      : living.where('email_key', '=', emailKey(by.email))
  ).executeTakeFirst()
  return row ?? null
}

export async function insertRecord(db: CloudDatabase, row: RecordRow) {
  await db.insertInto('record').values(row).execute()
}

/** Writes the next version. Throws when the record is no longer at the version before. */
export async function replaceRecord(db: CloudDatabase, row: RecordRow) {
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set(row)
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the record was changed by another transaction')
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
  }
}

export function kindOfRow(row: RecordRow): PersonKind {
  return personKind.parse(row.kind)
}

/** What a person is called where somebody else meets them. */
export function displayName(row: RecordRow): string {
  return fullName(fieldsOf(row)) || (row.email ?? '')
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
      kind: kindOfRow(row),
      inviteSentAt: row.invite_sent_at,
      mail: null,
      registeredAt: null,
      rights: [],
      groups: groupNames.parse(JSON.parse(row.groups)),
      createdAt: row.created_at,
      createdBy: row.created_by,
    },
    opId: row.op_id,
  }
}
