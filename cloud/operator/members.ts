import { type Result, fail, ok } from '../../contracts/result.ts'
import type { MemberWish } from '../command-line/member-command.ts'
import { audit } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { changeMembership, findLogin, insertMembership } from '../store/people.ts'
import { tell } from '../store/records.ts'
import { prepareLogin } from './prepare-login.ts'

export type MemberRefusal =
  | 'email'
  | 'password-short'
  | 'region-unknown'
  | 'member-known'
  | 'member-unknown'
  /** Came by invitation, so that their record and their login go together. */
  | 'member-invited'
  /** Somebody must be able to give roles. */
  | 'member-last'
  | 'second-factor-none'

type Wish<Verb extends MemberWish['verb']> = Extract<MemberWish, { verb: Verb }>

export async function listMembers(db: CloudDatabase, accountId: string) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('region', (join) =>
      join
        .onRef('region.account_id', '=', 'membership.account_id')
        .onRef('region.id', '=', 'membership.region_id'),
    )
    .leftJoin('second_factor', 'second_factor.person_id', 'membership.person_id')
    .select(['person.email', 'person.name', 'membership.role', 'region.name as region'])
    .select('second_factor.on_since')
    .where('membership.account_id', '=', accountId)
    .orderBy('person.email_key')
    .execute()
  return rows.map(({ on_since, ...row }) => ({ ...row, secondFactor: on_since !== null }))
}

/** `password`: for a new person; null: one is made, and in the answer. */
export async function addMember(
  database: CloudDatabase,
  accountId: string,
  wish: Wish<'add'> & { readonly password: string | null },
  now: Date,
): Promise<Result<{ email: string; password?: string }, MemberRefusal>> {
  const regionId = await regionOf(database, accountId, wish.region)
  if (!regionId.ok) return regionId
  const here = await memberOf(database, accountId, wish.email)
  if (here.ok) return fail('member-known')
  const login = await prepareLogin(database, wish)
  if (!login.ok) return login
  const { personId, made } = login.value
  await inTransaction(database, async (db) => {
    await login.value.insert(db, now.toISOString())
    await insertMembership(db, { personId, accountId, role: wish.role, regionId: regionId.value })
    const about = { id: personId, name: wish.personName || wish.email }
    const entry = { who: null, what: 'member-added', about, fields: [wish.role] } as const
    await audit(db, accountId, [entry], now.toISOString())
  })
  return ok({ email: wish.email, ...made })
}

/** A person who came by invitation is told of with the new role, so that desks show it. */
export async function setMember(
  database: CloudDatabase,
  accountId: string,
  wish: Wish<'set'>,
  now: Date,
): Promise<Result<void, MemberRefusal>> {
  const { role, region } = wish
  const regionId = await regionOf(database, accountId, region ?? null)
  if (!regionId.ok) return regionId
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, wish.email)
    if (!member.ok) return member
    const { personId, name, role: before } = member.value
    const steppingDown = before === 'account-admin' && role !== undefined && role !== before
    if (steppingDown && (await adminsOf(db, accountId)) === 1) return fail('member-last')
    if (region !== undefined) {
      await db
        .updateTable('membership')
        .set({ region_id: regionId.value })
        .where('person_id', '=', personId)
        .where('account_id', '=', accountId)
        .execute()
    }
    const at = now.toISOString()
    if (role !== undefined) {
      await changeMembership(db, { personId, accountId }, role)
      const record = await recordOf(db, accountId, personId)
      if (record) await tell(db, record, { role }, at)
    }
    const fields = [
      ...(role === undefined ? [] : ['role']),
      ...(region === undefined ? [] : ['region']),
    ]
    const about = { id: personId, name }
    await audit(db, accountId, [{ who: null, what: 'member-set', about, fields }], at)
    return ok()
  })
}

export async function removeMember(
  database: CloudDatabase,
  accountId: string,
  { email }: Wish<'remove'>,
  now: Date,
): Promise<Result<void, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name, role } = member.value
    if (await recordOf(db, accountId, personId)) return fail('member-invited')
    if (role === 'account-admin' && (await adminsOf(db, accountId)) === 1) {
      return fail('member-last')
    }
    await changeMembership(db, { personId, accountId }, null)
    const entry = { who: null, what: 'member-removed', about: { id: personId, name } } as const
    await audit(db, accountId, [entry], now.toISOString())
    return ok()
  })
}

/** A member by the email they sign in with. */
export async function memberOf(db: CloudDatabase, accountId: string, email: string) {
  const login = await findLogin(db, email)
  const here = login?.memberships.find((each) => each.accountId === accountId)
  return login && here
    ? ok({ personId: login.id, name: login.name || email, role: here.role })
    : fail<MemberRefusal>('member-unknown')
}

async function recordOf(db: CloudDatabase, accountId: string, personId: string) {
  return db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('deleted', '=', 0)
    .executeTakeFirst()
}

async function adminsOf(db: CloudDatabase, accountId: string): Promise<number> {
  const admins = await db
    .selectFrom('membership')
    .select('person_id')
    .where('account_id', '=', accountId)
    .where('role', '=', 'account-admin')
    .execute()
  return admins.length
}

async function regionOf(
  db: CloudDatabase,
  accountId: string,
  name: string | null,
): Promise<Result<string | null, 'region-unknown'>> {
  if (name === null) return ok(null)
  const region = await db
    .selectFrom('region')
    .select('id')
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .executeTakeFirst()
  return region ? ok(region.id) : fail('region-unknown')
}
