import type { UnchainedRow } from '../audit/chain.ts'
import { chainAt } from './audit.ts'
import { type NewLogRow, addToLog } from './desk-log.ts'
import type { CloudDatabase } from './open-database.ts'

/**
 * The end of a transaction that carried operations out: places in the feed, in the desk log and in the audit,
 * from the counters in the account's row, which are raised together and only now. Whoever holds that row
 * commits before the next places are given, so that readers miss nothing and each entry is chained to the
 * one that was committed before it. `place` gives the records their positions, which follow `before`.
 */
export async function conclude(
  db: CloudDatabase,
  accountId: string,
  {
    changes,
    views = 0,
    place,
    log,
    audit,
  }: {
    readonly changes: number
    /** Members who see something else than before: desks read the directory again. */
    readonly views?: number
    readonly place: (before: number) => Promise<void>
    readonly log: readonly NewLogRow[]
    readonly audit: readonly UnchainedRow[]
  },
) {
  if (changes + log.length + audit.length === 0) return
  const raised = await db
    .updateTable('account')
    .set((row) => ({
      feed_seq: row('feed_seq', '+', changes),
      log_seq: row('log_seq', '+', log.length),
      audit_seq: row('audit_seq', '+', audit.length),
      ...(views > 0 && { directory_version: row('directory_version', '+', 1) }),
    }))
    .where('id', '=', accountId)
    .returning(['feed_seq', 'log_seq', 'audit_seq', 'audit_hash'])
    .executeTakeFirstOrThrow()
  if (changes > 0) await place(raised.feed_seq - changes)
  await addToLog(db, raised.log_seq - log.length, log)
  const head = { seq: raised.audit_seq - audit.length, hash: raised.audit_hash }
  await chainAt(db, accountId, head, audit)
}
