import type { ExpressionBuilder } from 'kysely'
import { role } from '../../core/role.ts'
import type { Role } from '../../core/role.ts'
import type { CloudDatabase } from './open-database.ts'
import type { Schema } from './schema.ts'

export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

export type Membership = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

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

/** The accounts of a person, by name. */
export async function membershipsOf(db: CloudDatabase, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name', 'account.active', 'membership.role'])
    .where('membership.person_id', '=', personId)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    role: role.parse(row.role),
    active: row.active === 1,
  }))
}

export async function isMember(
  db: CloudDatabase,
  accountId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('person_id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
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
    .values({ ...account, directory_version: 1, created_at: now })
    .execute()
}

export async function insertMembership(
  db: CloudDatabase,
  membership: {
    readonly personId: string
    readonly accountId: string
    readonly role: Role
    readonly regionId?: string | null
  },
) {
  const { personId, accountId, regionId = null } = membership
  await db
    .insertInto('membership')
    .values({
      person_id: personId,
      account_id: accountId,
      role: membership.role,
      region_id: regionId,
    })
    .execute()
}

/** Who signs in with this email anywhere in this cloud, with the role in each account; null for nobody. */
export async function findLogin(db: CloudDatabase, email: string): Promise<Login | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'active'])
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  if (!person) return null
  const rows = await db
    .selectFrom('membership')
    .select(['account_id as accountId', 'role', 'region_id as regionId'])
    .where('person_id', '=', person.id)
    .execute()
  const memberships = rows.map((row) => ({ ...row, role: role.parse(row.role) }))
  return { id: person.id, name: person.name, active: person.active === 1, memberships }
}

export type Login = {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly memberships: readonly {
    readonly accountId: string
    readonly role: Role
    readonly regionId: string | null
  }[]
}

/** What somebody may do and see in an account from now on; null: nothing any more. */
export async function changeMembership(
  db: CloudDatabase,
  of: { readonly personId: string; readonly accountId: string },
  given: { readonly role: Role; readonly regionId: string | null } | null,
) {
  const { personId, accountId } = of
  const own = (row: ExpressionBuilder<Schema, 'membership'>) =>
    row.and([row('person_id', '=', personId), row('account_id', '=', accountId)])
  if (given === null) {
    await db.deleteFrom('membership').where(own).execute()
    return
  }
  await noteFormerRegion(db, of, given.regionId)
  const { role: now, regionId: region_id } = given
  await db.updateTable('membership').set({ role: now, region_id }).where(own).execute()
}

/** A desk of theirs may have copies from there, and has to hear who is erased. */
async function noteFormerRegion(
  db: CloudDatabase,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
  next: string | null,
) {
  const row = await db
    .selectFrom('membership')
    .select('region_id')
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const before = row?.region_id ?? null
  if (before === null || before === next) return
  await db
    .insertInto('former_region')
    .values({ account_id: accountId, person_id: personId, region_id: before })
    .onConflict((known) => known.columns(['account_id', 'person_id', 'region_id']).doNothing())
    .execute()
}
