import { tombstoneDays } from '../../contracts/cloud-api.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks, inTransaction } from './row-locks.ts'

/** A stored answer is rebuilt from the ledger's facts once its body is gone. */
export const ledgerBodyDays = 90

/** For so long the desk of a session that has expired is told so. */
const sessionMemoryDays = 180

/** Mail servers try for five days. */
const returnAddressDays = 30

/** Removes what has had its time. The facts of the ledger and living records stay for ever. */
export async function purge(database: CloudDatabase, now: Date) {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  await inTransaction(database, async (db) => {
    if (!(await isMine(db))) return
    await db
      .updateTable('ledger')
      .set({ body: null })
      .where('body', 'is not', null)
      .where('at', '<', before(ledgerBodyDays))
      .execute()
    await db.deleteFrom('access_token').where('expires_at', '<', now.toISOString()).execute()
    await db
      .deleteFrom('second_factor')
      .where('on_since', 'is', null)
      .where('made_at', '<', before(1))
      .execute()
    await db.deleteFrom('password_link').where('expires_at', '<', now.toISOString()).execute()
    await db.deleteFrom('known_place').where('until', '<', now.toISOString()).execute()
    await db.deleteFrom('sign_in_failure').where('until', '<', now.toISOString()).execute()
    await db
      .deleteFrom('desk_session')
      .where('refresh_expires_at', '<', before(sessionMemoryDays))
      .execute()
    await db.deleteFrom('return_address').where('made_at', '<', before(returnAddressDays)).execute()
    await purgeTombstones(db, before(tombstoneDays))
    await purgeDepartures(db, before(tombstoneDays))
    await purgeLinks(db, before(tombstoneDays))
  })
}

/** Of several clouds on one database only one purges at a time; the others leave it to that one. */
async function isMine(db: CloudDatabase): Promise<boolean> {
  if (!hasRowLocks(db)) return true
  const row = await db
    .selectFrom('meta')
    .select('key')
    .where('key', '=', 'opened-at')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row !== undefined
}

/** The horizon is raised in the same transaction: no cursor ever misses a deletion unnoticed. */
async function purgeTombstones(db: CloudDatabase, changedBefore: string) {
  const old = () => db.selectFrom('record').where('deleted', '=', 1)
  const horizons = await old()
    .where('changed_at', '<', changedBefore)
    .select((row) => ['account_id', row.fn.max('seq').as('seq')])
    .groupBy('account_id')
    .execute()
  for (const { account_id, seq } of horizons) {
    await raiseHorizon(db, account_id, seq)
    await db
      .deleteFrom('record')
      .where('account_id', '=', account_id)
      .where('deleted', '=', 1)
      .where('changed_at', '<', changedBefore)
      .execute()
  }
}

async function purgeDepartures(db: CloudDatabase, leftBefore: string) {
  const horizons = await db
    .selectFrom('departure')
    .where('at', '<', leftBefore)
    .select((row) => ['account_id', row.fn.max('seq').as('seq')])
    .groupBy('account_id')
    .execute()
  for (const { account_id, seq } of horizons) {
    await raiseHorizon(db, account_id, seq)
    await db
      .deleteFrom('departure')
      .where('account_id', '=', account_id)
      .where('at', '<', leftBefore)
      .execute()
  }
}

async function raiseHorizon(db: CloudDatabase, accountId: string, seq: number) {
  await db
    .updateTable('account')
    .set({ purged_seq: seq })
    .where('id', '=', accountId)
    .where('purged_seq', '<', seq)
    .execute()
}

/** Old links of people who registered or were deleted; those of a pending invitation stay with it. */
async function purgeLinks(db: CloudDatabase, madeBefore: string) {
  await db
    .deleteFrom('registration_token')
    .where('created_at', '<', madeBefore)
    .where((token) =>
      token.not(
        token.exists(
          token
            .selectFrom('record')
            .select('record.id')
            .whereRef('record.account_id', '=', 'registration_token.account_id')
            .whereRef('record.id', '=', 'registration_token.record_id')
            .where('record.deleted', '=', 0)
            .where('record.kind', '=', 'invitation'),
        ),
      ),
    )
    .execute()
}
