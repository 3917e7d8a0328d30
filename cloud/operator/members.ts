import { type Result, fail, ok } from '../../contracts/result.ts'
import type { MemberWish } from '../command-line/member-command.ts'
import { seesOnlyRegion } from '../../core/role.ts'
import { audit } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { changeMembership, findLogin, insertMembership } from '../store/people.ts'
import { raiseDirectoryVersion } from '../store/directory.ts'
import { tell } from '../store/records.ts'
import { prepareLogin } from './prepare-login.ts'

export type MemberRefusal =
  | 'email'
  | 'password-short'
  | 'region-unknown'
  /** Whoever is limited to a region sees nobody without one. */
  | 'region-needed'
  | 'member-known'
  | 'member-unknown'
  /** The provider's name for somebody belongs to a person already, or the person has another one. */
  | 'identity-known'
  | 'identity-none'
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
  if (seesOnlyRegion(wish.role) && regionId.value === null) return fail('region-needed')
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

/** A person who came by invitation is told of with the new role and region, so that desks show it. */
export async function setMember(
  database: CloudDatabase,
  accountId: string,
  wish: Wish<'set'>,
  now: Date,
): Promise<Result<void, MemberRefusal>> {
  const found = await regionOf(database, accountId, wish.region ?? null)
  if (!found.ok) return found
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, wish.email)
    if (!member.ok) return member
    const { personId, name, ...before } = member.value
    const role = wish.role ?? before.role
    const regionId = wish.region === undefined ? before.regionId : found.value
    const lowered = before.role === 'account-admin' && role !== before.role
    if (lowered && (await adminsOf(db, accountId)) === 1) return fail('member-last')
    // Said in so many words, it is a way of letting somebody see nobody.
    const unsaid = regionId === null && wish.region === undefined
    if (seesOnlyRegion(role) && unsaid) return fail('region-needed')
    const at = now.toISOString()
    await changeMembership(db, { personId, accountId }, { role, regionId })
    const moved = regionId !== before.regionId
    // What a Regional Admin gets of the directory is another part of it.
    if (moved) await raiseDirectoryVersion(db, accountId)
    const record = await recordOf(db, accountId, personId)
    if (record && (moved || role !== before.role)) {
      await tell(db, record, { role, region_id: regionId }, at)
    }
    const fields = [
      ...(wish.role === undefined ? [] : ['role']),
      ...(wish.region === undefined ? [] : ['region']),
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
    ? ok({ ...here, personId: login.id, name: login.name || email })
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
