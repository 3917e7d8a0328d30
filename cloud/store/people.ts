import { role } from '../../core/role.ts'
import type { Role } from '../../core/role.ts'
import type { CloudDatabase } from './open-database.ts'

export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

export type Membership = { readonly id: string; readonly name: string; readonly role: Role }

/** How emails are compared: without regard to case, in the local part too. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** A person who may sign in, or null. */
export async function findPerson(
  db: CloudDatabase,
  by: { email: string } | { id: string },
): Promise<Person | null> {
  const select = db.selectFrom('person').selectAll().where('active', '=', 1)
  const row = await (
    'id' in by ? select.where('id', '=', by.id) : select.where('email_key', '=', emailKey(by.email))
  ).executeTakeFirst()
  return row
    ? { id: row.id, email: row.email, name: row.name, passwordHash: row.password_hash }
    : null
}

/** The active accounts of a person, by name. */
export async function membershipsOf(db: CloudDatabase, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name', 'membership.role'])
    .where('membership.person_id', '=', personId)
    .where('account.active', '=', 1)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
  return rows.map((row) => ({ ...row, role: role.parse(row.role) }))
}

export type NewPerson = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

export async function insertPerson(db: CloudDatabase, person: NewPerson, now: string) {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      email_key: emailKey(person.email),
      name: person.name,
      password_hash: person.passwordHash,
      created_at: now,
    })
    .execute()
}

export async function insertAccount(
  db: CloudDatabase,
  account: { readonly id: string; readonly name: string },
  now: string,
) {
  await db
    .insertInto('account')
    .values({ ...account, created_at: now })
    .execute()
}

export async function insertMembership(
  db: CloudDatabase,
  membership: { readonly personId: string; readonly accountId: string; readonly role: Role },
) {
  const { personId, accountId } = membership
  await db
    .insertInto('membership')
    .values({ person_id: personId, account_id: accountId, role: membership.role })
    .execute()
}
