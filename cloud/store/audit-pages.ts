import { sql } from 'kysely'
import type { AuditEntry, AuditFilter } from '../../core/audit/audit-entry.ts'
import { auditEntry } from '../../core/audit/audit-entry.ts'
import { actorNames, unseal } from '../audit/seal.ts'
import type { AuditRow } from './audit.ts'
import type { CloudDatabase } from './open-database.ts'

export type AuditWish = { readonly [Key in keyof AuditFilter]?: AuditFilter[Key] | undefined }

/** Entries by time and place, newest first; each filter has an index that is in this order. */
export function auditBefore(
  db: CloudDatabase,
  accountId: string,
  {
    filter,
    before,
    limit,
  }: {
    readonly filter: AuditWish
    /** The last entry of the page before; null: from the newest one. */
    readonly before: Pick<AuditRow, 'at' | 'seq'> | null
    readonly limit: number
  },
) {
  let query = db.selectFrom('audit').selectAll().where('account_id', '=', accountId)
  if (filter.who != null) query = query.where('who_id', '=', filter.who)
  if (filter.about != null) query = query.where('about_id', '=', filter.about)
  if (filter.desk != null) query = query.where('desk_id', '=', filter.desk)
  if (filter.what != null) query = query.where('what', '=', filter.what)
  if (filter.from != null) query = query.where('at', '>=', moment(filter.from))
  if (filter.until != null) query = query.where('at', '<', moment(filter.until))
  if (before !== null) {
    query = query.where(sql<boolean>`(at, seq) < (${before.at}, ${before.seq})`)
  }
  return query.orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit)
}

/** Where an entry stands among the others; null: there is none at this place. */
export async function auditPlace(db: CloudDatabase, accountId: string, seq: number) {
  const row = await db
    .selectFrom('audit')
    .select(['at', 'seq'])
    .where('account_id', '=', accountId)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row ?? null
}

/** Who signs in to the account at a desk, and the desks at which somebody is signed in. */
export async function auditChoices(db: CloudDatabase, accountId: string) {
  const members = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('membership.account_id', '=', accountId)
    .where('membership.role', '!=', 'user')
    .orderBy('person.name')
    .execute()
  const desks = await db
    .selectFrom('membership')
    .innerJoin('desk_session', 'desk_session.person_id', 'membership.person_id')
    .select(['desk_session.desk_id as id', 'desk_session.desk_name as name'])
    .distinct()
    .where('membership.account_id', '=', accountId)
    .where('membership.role', '!=', 'user')
    .orderBy('name')
    .execute()
  return { people: members.map(({ id, name, email }) => ({ id, name: name || email })), desks }
}

export function entryOf(row: AuditRow): AuditEntry {
  const names = row.who === null ? null : actorNames(row.who)
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name })
  return auditEntry.parse({
    seq: row.seq,
    at: row.at,
    what: row.what,
    who: named(row.who_id, names?.person ?? null),
    desk: named(row.desk_id, names?.desk ?? null),
    about: named(row.about_id, row.about === null ? null : unseal(row.about)),
    fields: row.fields === '' ? [] : row.fields.split(' '),
    card: row.card,
    hash: row.hash,
  })
}

/** As it is kept: UTC with milliseconds. */
function moment(given: string): string {
  return new Date(given).toISOString()
}
