import { z } from 'zod'
import { type Directory, emptyDirectory, weeklyHours } from '../../core/directory.ts'
import { readCardProfile } from './card-profile.ts'
import type { View } from './feed.ts'
import type { CloudDatabase } from './open-database.ts'

const hours = z.array(weeklyHours)

/**
 * What access of an account can be given to and by, each list by name. The version is read first: a
 * change that comes between makes a desk read once more, never once too little.
 */
export async function readDirectory(db: CloudDatabase, accountId: string): Promise<Directory> {
  const version = await directoryVersion(db, accountId)
  const groups = db.selectFrom('user_group').select(['id', 'name'])
  const resources = db.selectFrom('resource').select(['id', 'name', 'location'])
  const resourceGroups = db
    .selectFrom('resource_group')
    .select(['id', 'name', 'description', 'schedules'])
  const schedules = db.selectFrom('weekly_schedule').select(['id', 'name', 'weekly'])
  const own = ['account_id', '=', accountId] as const
  return {
    version,
    groups: await groups
      .where(...own)
      .orderBy('name')
      .execute(),
    resources: await resources
      .where(...own)
      .orderBy('name')
      .execute(),
    resourceGroups: (
      await resourceGroups
        .where(...own)
        .orderBy('name')
        .execute()
    ).map((each) => ({
      ...each,
      schedules: each.schedules === 1,
    })),
    schedules: (
      await schedules
        .where(...own)
        .orderBy('name')
        .execute()
    ).map((each) => ({
      ...each,
      weekly: hours.parse(JSON.parse(each.weekly)),
    })),
    cardProfile: await readCardProfile(db, accountId),
  }
}

export async function directoryVersion(db: CloudDatabase, accountId: string): Promise<number> {
  const { directory_version: version } = await db
    .selectFrom('account')
    .select('directory_version')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return version
}

/** The regions of an account as far as somebody sees them, by name. */
export async function readRegions(db: CloudDatabase, { accountId, sight }: View) {
  const all = db
    .selectFrom('region')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .orderBy('name')
  if (sight.of === 'account') return all.execute()
  return sight.of === 'region' ? all.where('id', '=', sight.regionId).execute() : []
}

/** For those who may give no access: how cards are read, and nothing to give. */
export async function readDirectoryOfCards(
  db: CloudDatabase,
  accountId: string,
): Promise<Directory> {
  const version = await directoryVersion(db, accountId)
  const cardProfile = await readCardProfile(db, accountId)
  return { ...emptyDirectory, version, cardProfile }
}

/** Replaces an account's lists and raises its version. */
export async function replaceDirectory(
  db: CloudDatabase,
  accountId: string,
  directory: Omit<Directory, 'version' | 'regions' | 'cardProfile'>,
) {
  const account_id = accountId
  for (const table of ['user_group', 'resource', 'resource_group', 'weekly_schedule'] as const) {
    await db.deleteFrom(table).where('account_id', '=', accountId).execute()
  }
  for (const each of directory.groups) {
    await db
      .insertInto('user_group')
      .values({ account_id, ...each })
      .execute()
  }
  for (const each of directory.resources) {
    await db
      .insertInto('resource')
      .values({ account_id, ...each })
      .execute()
  }
  for (const each of directory.resourceGroups) {
    const values = { account_id, ...each, schedules: each.schedules ? 1 : 0 }
    await db.insertInto('resource_group').values(values).execute()
  }
  for (const each of directory.schedules) {
    const values = { account_id, ...each, weekly: JSON.stringify(each.weekly) }
    await db.insertInto('weekly_schedule').values(values).execute()
  }
  await raiseDirectoryVersion(db, accountId)
}

/** Desks that know another version read the directory again. */
export async function raiseDirectoryVersion(db: CloudDatabase, accountId: string) {
  await db
    .updateTable('account')
    .set((row) => ({ directory_version: row('directory_version', '+', 1) }))
    .where('id', '=', accountId)
    .execute()
}
