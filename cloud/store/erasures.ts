import type { CloudDatabase } from './open-database.ts'

/** Notes that these are erased, for the desks of the account. In the transaction that erases them. */
export async function noteErasures(
  db: CloudDatabase,
  accountId: string,
  ids: readonly string[],
  now: string,
) {
  const { erasure_seq: end } = await db
    .updateTable('account')
    .set((row) => ({ erasure_seq: row('erasure_seq', '+', ids.length) }))
    .where('id', '=', accountId)
    .returning('erasure_seq')
    .executeTakeFirstOrThrow()
  const before = end - ids.length
  await db
    .insertInto('erasure')
    .values(
      ids.map((subject_id, nth) => ({
        account_id: accountId,
        seq: before + 1 + nth,
        subject_id,
        at: now,
      })),
    )
    .execute()
}

/** Ids of who was erased, after the first so many. */
export async function erasuresAfter(
  db: CloudDatabase,
  accountId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  return db
    .selectFrom('erasure')
    .select(['seq', 'subject_id as id'])
    .where('account_id', '=', accountId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
