import type { View } from './feed.ts'
import type { CloudDatabase } from './open-database.ts'

/**
 * Notes that these are erased, for the desks of the account: those of Regional Admins only in `regions`, where
 * there may be a copy. In the transaction that erases them.
 */
export async function noteErasures(
  db: CloudDatabase,
  accountId: string,
  { ids, regions }: { readonly ids: readonly string[]; readonly regions: readonly string[] },
  now: string,
) {
  const { erasure_seq: end } = await db
    .updateTable('account')
    .set((row) => ({ erasure_seq: row('erasure_seq', '+', ids.length) }))
    .where('id', '=', accountId)
    .returning('erasure_seq')
    .executeTakeFirstOrThrow()
  const rows = ids.map((subject_id, nth) => ({
    account_id: accountId,
    seq: end - ids.length + 1 + nth,
    subject_id,
    at: now,
  }))
  await db.insertInto('erasure').values(rows).execute()
  const heard = rows.flatMap(({ account_id, seq }) =>
    regions.map((region_id) => ({ account_id, region_id, seq })),
  )
  if (heard.length > 0) await db.insertInto('erasure_region').values(heard).execute()
}

/** A view, and whose it is. */
type Reader = View & { readonly personId: string }

/** Ids of who was erased, after the first so many. */
export async function erasuresAfter(
  db: CloudDatabase,
  reader: Reader,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  return heardBy(db, reader)
    .select(['erasure.seq', 'erasure.subject_id as id'])
    .where('erasure.seq', '>', after)
    .orderBy('erasure.seq')
    .limit(limit)
    .execute()
}

/** Up to where `erasuresAfter` has any. */
export async function erasedFor(db: CloudDatabase, reader: Reader): Promise<number> {
  const last = await heardBy(db, reader)
    .select('erasure.seq')
    .orderBy('erasure.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.seq ?? 0
}

/** Limited to a region or not, somebody with a desk may have copies from regions where they were before. */
function heardBy(db: CloudDatabase, { accountId, sight, personId }: Reader) {
  const all = db.selectFrom('erasure').where('erasure.account_id', '=', accountId)
  if (sight.of === 'account' || sight.of === 'own') return all
  const former = db
    .selectFrom('former_region')
    .select('region_id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
  const seqs = db
    .selectFrom('erasure_region')
    .select('erasure_region.seq')
    .where('erasure_region.account_id', '=', accountId)
    .where((row) =>
      row.or([
        row('erasure_region.region_id', 'in', former),
        ...(sight.of === 'region' ? [row('erasure_region.region_id', '=', sight.regionId)] : []),
      ]),
    )
  return all.where('erasure.seq', 'in', seqs)
}
