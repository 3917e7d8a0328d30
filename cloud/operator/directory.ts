import { randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type {
  DirectoryCommand,
  DirectoryKind,
  EntryDetails,
} from '../command-line/directory-command.ts'
import { audit } from '../audit/audit.ts'
import { raiseDirectoryVersion, readDirectory, readRegions } from '../store/directory.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { grantsOf } from '../store/records.ts'
import { holdersOf, takeFromEveryone } from './holders.ts'

export type DirectoryRefusal =
  | 'entry-known'
  | 'entry-unknown'
  /** People have it; detail `people`. */
  | 'entry-in-use'
  /** Members are limited to this region, and would see nobody without it. */
  | 'region-limits'
  /** Rights to this resource group follow a schedule; detail `people`. */
  | 'schedules-in-use'

type Wish = DirectoryCommand['wish']
type Change = Exclude<Wish, { verb: 'list' }>

/** Every entry with its kind, as the lines that an operator reads. */
export async function listDirectory(db: CloudDatabase, accountId: string) {
  const { groups, resources, resourceGroups, schedules } = await readDirectory(db, accountId)
  const regions = await readRegions(db, { accountId, sight: { of: 'account' } })
  const of = <T extends object>(kind: DirectoryKind, entries: readonly T[]) =>
    entries.map((entry) => ({ kind, ...entry }))
  return [
    ...of('group', groups),
    ...of('resource', resources),
    ...of('resource-group', resourceGroups),
    ...of('schedule', schedules),
    ...of('region', regions),
  ]
}

/** One change in one transaction; desks fetch the directory because its version is another. */
export async function changeDirectory(
  database: CloudDatabase,
  accountId: string,
  wish: Change,
  now: Date,
): Promise<Result<{ id: string }, DirectoryRefusal>> {
  return inTransaction(database, async (db) => {
    const id = await find(db, accountId, wish.of, wish.name)
    const refusal = await refusalOf(db, accountId, wish, id)
    if (refusal !== null) return refusal
    const entry = { accountId, of: wish.of, id: id ?? randomUUID() }
    if (wish.verb === 'add') await insert(db, entry, wish.name, wish.details)
    else if (wish.verb === 'set') await update(db, entry, wish.rename, wish.details)
    else {
      await takeFromEveryone(db, entry, now.toISOString())
      await db
        .deleteFrom(tables[wish.of])
        .where('account_id', '=', accountId)
        .where('id', '=', entry.id)
        .execute()
    }
    await raiseDirectoryVersion(db, accountId)
    const about = { id: entry.id, name: wish.name }
    const told = {
      who: null,
      what: 'directory-changed',
      about,
      fields: [wish.verb, wish.of],
    } as const
    await audit(db, accountId, [told], now.toISOString())
    return ok({ id: entry.id })
  })
}

const tables = {
  group: 'user_group',
  resource: 'resource',
  'resource-group': 'resource_group',
  schedule: 'weekly_schedule',
  region: 'region',
} as const

type Entry = { readonly accountId: string; readonly of: DirectoryKind; readonly id: string }

async function refusalOf(
  db: CloudDatabase,
  accountId: string,
  wish: Change,
  id: string | undefined,
) {
  if (wish.verb === 'add') return id === undefined ? null : fail<DirectoryRefusal>('entry-known')
  if (id === undefined) return fail<DirectoryRefusal>('entry-unknown')
  const entry = { accountId, of: wish.of, id }
  if (wish.verb === 'set') {
    const { rename } = wish
    const taken = rename === undefined ? undefined : await find(db, accountId, wish.of, rename)
    if (taken !== undefined && taken !== id) return fail<DirectoryRefusal>('entry-known')
    return wish.details.schedules === false ? scheduledRights(db, entry) : null
  }
  if (wish.of === 'region' && (await limits(db, entry))) {
    return fail<DirectoryRefusal>('region-limits')
  }
  const people = (await holdersOf(db, entry)).length
  return people > 0 && !wish.fromEveryone
    ? fail<DirectoryRefusal>('entry-in-use', { detail: { people } })
    : null
}

async function scheduledRights(db: CloudDatabase, entry: Entry) {
  const holders = await holdersOf(db, entry)
  const people = holders.filter((row) =>
    grantsOf(row).rights.some(({ target, scheduleId }) => target.id === entry.id && scheduleId),
  ).length
  return people > 0 ? fail<DirectoryRefusal>('schedules-in-use', { detail: { people } }) : null
}

async function limits(db: CloudDatabase, { accountId, id }: Entry): Promise<boolean> {
  const member = await db
    .selectFrom('membership')
    .select('person_id')
    .where('account_id', '=', accountId)
    .where('region_id', '=', id)
    .executeTakeFirst()
  return member !== undefined
}

async function find(db: CloudDatabase, accountId: string, of: DirectoryKind, name: string) {
  const row = await db
    .selectFrom(tables[of])
    .select('id')
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id
}

async function insert(db: CloudDatabase, entry: Entry, name: string, details: EntryDetails) {
  const row = { account_id: entry.accountId, id: entry.id, name }
  const { location = '', description = '', schedules = true, weekly = [] } = details
  switch (entry.of) {
    case 'group':
      return void (await db.insertInto('user_group').values(row).execute())
    case 'region':
      return void (await db.insertInto('region').values(row).execute())
    case 'resource':
      return void (await db
        .insertInto('resource')
        .values({ ...row, location })
        .execute())
    case 'resource-group': {
      const values = { ...row, description, schedules: schedules ? 1 : 0 }
      return void (await db.insertInto('resource_group').values(values).execute())
    }
    case 'schedule': {
      const values = { ...row, weekly: JSON.stringify(weekly) }
      return void (await db.insertInto('weekly_schedule').values(values).execute())
    }
  }
}

async function update(
  db: CloudDatabase,
  { accountId, of, id }: Entry,
  name: string | undefined,
  { location, description, schedules, weekly }: EntryDetails,
) {
  const named = name === undefined ? {} : { name }
  const set = {
    ...named,
    ...(location !== undefined && { location }),
    ...(description !== undefined && { description }),
    ...(schedules !== undefined && { schedules: schedules ? 1 : 0 }),
    ...(weekly !== undefined && { weekly: JSON.stringify(weekly) }),
  }
  await db
    .updateTable(tables[of])
    .set(set)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}
