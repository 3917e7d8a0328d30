import { type AuditEntry, auditRows } from '../audit/audit.ts'
import { unseal } from '../audit/seal.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { conclude } from '../store/conclude.ts'
import { putInEffect } from '../store/effects.ts'
import { noteErasures } from '../store/erasures.ts'
import { givePositions, provisionalPosition } from '../store/feed.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, displayName, replaceRecord } from '../store/records.ts'
import { dropLoginMails } from '../store/mail-queue.ts'
import { dropPasswordLink } from '../store/passwords.ts'
import { inTransaction } from '../store/row-locks.ts'
import { removeSecondFactor } from '../store/second-factor.ts'
import { tombstoneOf } from '../store/tombstone.ts'
import { regionsWithCopies } from './regions-with-copies.ts'
import { type FoundPerson, type PersonWish, findPerson } from './find-person.ts'
import { forgetOnDisk } from './forget-on-disk.ts'

export type PersonRefusal = 'person-unknown' | 'member-last'

export type Erased = {
  readonly accounts: number
  readonly records: number
  readonly login: boolean
  /** False: the database was busy; what is deleted is still in free parts of its file. */
  readonly cleaned: boolean
}

/**
 * Takes away all that says who somebody is, in every account: their records become tombstones, their login
 * goes, and in the logs their names. That something was done to somebody, and when, stays, under an id that
 * leads nowhere. Desks are told by that id.
 */
export async function erasePerson(
  database: CloudDatabase,
  wish: PersonWish,
  now: Date,
): Promise<Result<Erased, PersonRefusal>> {
  const done = await inTransaction(database, async (db) => {
    const found = await findPerson(db, wish)
    if (found === null) return fail('person-unknown')
    if (found.login !== null && (await isLastAdmin(db, found.login.id))) return fail('member-last')
    for (const accountId of found.accountIds) await eraseIn(db, accountId, found, now.toISOString())
    if (found.login !== null) await eraseLogin(db, found.login.id)
    return ok(found)
  })
  if (!done.ok) return done
  const { accountIds, records, login } = done.value
  const cleaned = await forgetOnDisk(database)
  const counts = { accounts: accountIds.length, records: records.length, login: login !== null }
  return ok({ ...counts, cleaned })
}

async function eraseIn(
  db: CloudDatabase,
  accountId: string,
  { ids, records, login }: FoundPerson,
  now: string,
) {
  const own = records.filter((row) => row.account_id === accountId)
  const regions = await regionsWithCopies(db, accountId, ids)
  const living = own.filter(({ deleted }) => deleted === 0)
  const names = await namesIn(db, accountId, ids, living)
  for (const [nth, row] of living.entries()) await bury(db, row, provisionalPosition(nth + 1), now)
  for (const id of ids) {
    for (const table of ['mail', 'registration_token', 'return_address'] as const) {
      await db
        .deleteFrom(table)
        .where('account_id', '=', accountId)
        .where('record_id', '=', id)
        .execute()
    }
  }
  if (login !== null) {
    for (const table of ['membership', 'former_region'] as const) {
      await db
        .deleteFrom(table)
        .where('account_id', '=', accountId)
        .where('person_id', '=', login.id)
        .execute()
    }
  }
  await eraseFromLogs(db, accountId, ids, names)
  // Bodies are answers that were given. Anybody's may name this person, and each can be made anew without.
  await db
    .updateTable('ledger')
    .set({ body: null })
    .where('account_id', '=', accountId)
    .where('body', 'is not', null)
    .execute()
  await noteErasures(db, accountId, { ids, regions }, now)
  const entries = ids.map((id): AuditEntry => ({
    who: null,
    what: 'erased',
    about: { id, name: null },
  }))
  const audit = auditRows(accountId, entries, now)
  const place = (before: number) => givePositions(db, accountId, before)
  await conclude(db, accountId, { changes: living.length, place, log: [], audit })
}

async function bury(db: CloudDatabase, before: RecordRow, seq: number, now: string) {
  const version = before.version + 1
  const said = { version, wished_version: version, wished_by: null, wished_at: now }
  const row = { ...tombstoneOf(before), ...said, seq, op_id: null, changed_at: now }
  await replaceRecord(db, row)
  await putInEffect(db, row)
}

/** What they are and were called: as the other side of a card that was moved a log knows them by name only. */
async function namesIn(
  db: CloudDatabase,
  accountId: string,
  ids: readonly string[],
  living: readonly RecordRow[],
): Promise<string[]> {
  const lines = await db
    .selectFrom('desk_log')
    .select('person')
    .distinct()
    .where('account_id', '=', accountId)
    .where('record_id', 'in', ids)
    .execute()
  const entries = await db
    .selectFrom('audit')
    .select('about')
    .where('account_id', '=', accountId)
    .where('about_id', 'in', ids)
    .where('about', 'is not', null)
    .execute()
  const then = entries.map(({ about }) => unseal(about ?? ''))
  const names = [...living.map(displayName), ...lines.map(({ person }) => person), ...then]
  return [...new Set(names)].filter((name) => name !== '')
}

async function eraseFromLogs(
  db: CloudDatabase,
  accountId: string,
  ids: readonly string[],
  names: readonly string[],
) {
  const entries = () => db.updateTable('audit').where('account_id', '=', accountId)
  await entries().set({ who: null }).where('who_id', 'in', ids).execute()
  await entries().set({ about: null }).where('about_id', 'in', ids).execute()
  const lines = () => db.updateTable('desk_log').where('account_id', '=', accountId)
  await lines().set({ who: '' }).where('who_id', 'in', ids).execute()
  await lines().set({ person: '' }).where('record_id', 'in', ids).execute()
  if (names.length > 0) {
    await lines().set({ from_person: '' }).where('from_person', 'in', names).execute()
  }
}

async function eraseLogin(db: CloudDatabase, personId: string) {
  await db.deleteFrom('desk_session').where('person_id', '=', personId).execute()
  await removeSecondFactor(db, personId)
  await dropPasswordLink(db, personId)
  await dropLoginMails(db, personId)
  await db.deleteFrom('known_place').where('person_id', '=', personId).execute()
  await db.deleteFrom('person').where('id', '=', personId).execute()
}

/** Somebody must be able to give roles. */
async function isLastAdmin(db: CloudDatabase, personId: string): Promise<boolean> {
  const admins = await db
    .selectFrom('membership')
    .select(['account_id', 'person_id'])
    .where('role', '=', 'account-admin')
    .execute()
  const own = admins.filter(({ person_id }) => person_id === personId)
  return own.some(({ account_id }) => {
    const there = admins.filter((each) => each.account_id === account_id)
    return there.length === 1
  })
}
