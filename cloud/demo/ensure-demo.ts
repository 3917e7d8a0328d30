import { randomInt } from 'node:crypto'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { runBatch } from '../operations/run-batch.ts'
import { hashPassword } from '../password.ts'
import { once, read } from '../store/meta.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findPerson, insertAccount, insertMembership, insertPerson } from '../store/people.ts'
import { inTransaction } from '../store/row-locks.ts'
import { removeSecondFactor } from '../store/second-factor.ts'
import {
  raiseDirectoryVersion,
  readDirectory,
  readRegions,
  replaceDirectory,
} from '../store/directory.ts'
import { demoDirectory, demoRegions } from './demo-directory.ts'
import { demoId } from './demo-id.ts'
import { demoPeople } from './demo-people.ts'
import { dressUp } from './dress-up.ts'

export type Demo = { readonly email: string; readonly password: string }

const email = 'demo@tapdesk.test'
const demoName = 'Demo Person'
const personId = demoId('person')
const accountId = demoId('account')

/**
 * The demo account, its Account Admin and some people, made once per database. The password is made then
 * too and kept in the database, so that it can be told again; a cloud with real accounts gets no demo.
 */
export async function ensureDemo(
  db: CloudDatabase,
  now: () => Date,
): Promise<Result<Demo, 'not-empty'>> {
  const known = await read(db, 'demo-password')
  if (known !== null && (await findPerson(db, { email }))) {
    await furnish(db)
    // Its password is told to everybody: whoever tries it out must get in with that alone.
    await removeSecondFactor(db, personId)
    await settle(db, known, now)
    return ok({ email, password: known })
  }
  // The demo's own may be there by now: another cloud on this database is making it at this moment.
  const real = db.selectFrom('account').select('id').where('id', '!=', accountId).limit(1)
  if ((await real.execute()).length > 0) return fail('not-empty')

  const password = await once(db, 'demo-password', newPassword)
  const passwordHash = await hashPassword(password)
  const at = now().toISOString()
  await inTransaction(db, async (transaction) => {
    if (await findPerson(transaction, { email })) return
    await insertAccount(transaction, { id: accountId, name: 'Demo site' }, at)
    await insertPerson(transaction, { id: personId, email, name: demoName, passwordHash }, at)
    await insertMembership(transaction, { personId, accountId, role: 'account-admin' })
  })
  await furnish(db)
  await settle(db, password, now)
  await invitePeople(db, now)
  await dressUp(db, accountId, now())
  return ok({ email, password })
}

/** Also for a demo that was made by an earlier version. */
async function furnish(database: CloudDatabase) {
  await inTransaction(database, async (db) => {
    const { groups } = await readDirectory(db, accountId)
    if (groups.length === 0) await replaceDirectory(db, accountId, demoDirectory)
  })
}

/** Two regions and the Regional Admin of each, who signs in with the password of the demo. */
async function settle(database: CloudDatabase, password: string, now: () => Date) {
  const missingIn = async (db: CloudDatabase) => {
    const known = await readRegions(db, { accountId, sight: { of: 'account' } })
    return demoRegions.filter(({ id }) => !known.some((region) => region.id === id))
  }
  if ((await missingIn(database)).length === 0) return
  const passwordHash = await hashPassword(password)
  await inTransaction(database, async (db) => {
    // Another cloud on this database may have made them meanwhile.
    const missing = await missingIn(db)
    if (missing.length === 0) return
    for (const { id: regionId, name } of missing) {
      await db.insertInto('region').values({ account_id: accountId, id: regionId, name }).execute()
      const admin = { id: demoId(`admin of ${name}`), name: `${name} Admin`, passwordHash }
      const person = { ...admin, email: `${name.toLowerCase()}@tapdesk.test` }
      await insertPerson(db, person, now().toISOString())
      const role = 'regional-admin'
      await insertMembership(db, { personId: person.id, accountId, role, regionId })
    }
    await raiseDirectoryVersion(db, accountId)
  })
}

/** By the same way as a desk, one minute apart, so that "Invite sent" differs. */
async function invitePeople(db: CloudDatabase, now: () => Date) {
  const actor = {
    personId,
    person: demoName,
    desk: { id: demoId('desk'), name: 'Northgate reception' },
    accountId,
    role: 'account-admin',
    regionId: null,
  } as const
  for (const [index, fields] of demoPeople.entries()) {
    const id = demoId(`record ${index}`)
    const region = demoRegions.find(({ organization }) => organization === fields.organization)
    const regionId = fields.regionId ?? region?.id ?? null
    const item = { opId: id, method: 'create', recordId: id, fields: { ...fields, regionId } }
    const ageMs = (demoPeople.length - index) * 7_620_000
    const at = () => new Date(now().getTime() - ageMs)
    const results = await runBatch(db, actor, [item], { now: at, onBug: rethrow })
    const refused = results.find(({ outcome }) => outcome !== 'applied')
    if (refused) throw new Error(`a person of the demo was refused: ${JSON.stringify(refused)}`)
  }
}

function rethrow(error: unknown): never {
  throw error
}

/** 80 bits in letters and digits that cannot be mistaken for each other. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKMN'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
