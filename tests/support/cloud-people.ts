import { randomUUID } from 'node:crypto'
import type { Role } from '../../core/role.ts'
import { hashPassword } from '../../cloud/password.ts'
import { type CloudDatabase, openDatabase } from '../../cloud/store/open-database.ts'
import { raiseDirectoryVersion } from '../../cloud/store/directory.ts'
import { insertAccount, insertMembership, insertPerson } from '../../cloud/store/people.ts'
import { databaseOf } from './test-database.ts'

/** Opens a cloud's database beside the running cloud, for what the contract has no door for yet. */
export async function withDatabase<T>(
  dataDir: string,
  work: (db: CloudDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(await databaseOf(dataDir))
  if (!database.ok) throw new Error(`the database did not open: ${database.code}`)
  try {
    return await work(database.value)
  } finally {
    await database.value.destroy()
  }
}

/** An account without anybody; its id. */
export async function addAccount(dataDir: string): Promise<string> {
  const id = randomUUID()
  const at = new Date().toISOString()
  await withDatabase(dataDir, (db) => insertAccount(db, { id, name: 'Others' }, at))
  return id
}

/** A person of the account who signs in with the returned email and password. */
export async function addPerson(
  dataDir: string,
  accountId: string,
  role: Role,
  regionId: string | null = null,
) {
  const email = `${role}-${randomUUID().slice(0, 8)}@tapdesk.test`
  const password = 'correct horse'
  const id = randomUUID()
  await withDatabase(dataDir, async (db) => {
    const passwordHash = await hashPassword(password)
    await insertPerson(db, { id, email, name: role, passwordHash }, new Date().toISOString())
    await insertMembership(db, { personId: id, accountId, role, regionId })
  })
  return { id, email, password }
}

/** A region of the account; its id. */
export async function addRegion(dataDir: string, accountId: string, name: string) {
  const id = randomUUID()
  await withDatabase(dataDir, async (db) => {
    await db.insertInto('region').values({ account_id: accountId, id, name }).execute()
    await raiseDirectoryVersion(db, accountId)
  })
  return id
}
