import type { Selectable } from 'kysely'
import { type UnchainedRow, chained } from '../audit/chain.ts'
import { insertAtOnce } from './insert-at-once.ts'
import type { CloudDatabase } from './open-database.ts'
import type { AuditTable } from './schema.ts'

export type AuditRow = Selectable<AuditTable>

/** The last place in a chain that is taken, and its hash. */
export type AuditHead = { readonly seq: number; readonly hash: string }

/** Adds rows at the end of the account's chain and moves its head. */
export async function appendAudit(
  db: CloudDatabase,
  accountId: string,
  rows: readonly UnchainedRow[],
) {
  if (rows.length === 0) return
  const raised = await db
    .updateTable('account')
    .set((row) => ({ audit_seq: row('audit_seq', '+', rows.length) }))
    .where('id', '=', accountId)
    .returning(['audit_seq as end', 'audit_hash as hash'])
    .executeTakeFirstOrThrow()
  await chainAt(db, accountId, { seq: raised.end - rows.length, hash: raised.hash }, rows)
}

/** For a caller who has raised `audit_seq` already: `head` is what it was before, with its hash. */
export async function chainAt(
  db: CloudDatabase,
  accountId: string,
  head: AuditHead,
  rows: readonly UnchainedRow[],
) {
  const placed = chained(head, rows)
  const last = placed.at(-1)
  if (last === undefined) return
  await insertAtOnce(db, 'audit', placed)
  await db
    .updateTable('account')
    .set({ audit_hash: last.hash })
    .where('id', '=', accountId)
    .execute()
}

export async function auditHead(db: CloudDatabase, accountId: string): Promise<AuditHead> {
  return db
    .selectFrom('account')
    .select(['audit_seq as seq', 'audit_hash as hash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** Entries of a chain after a place, in its order. */
export async function chainAfter(
  db: CloudDatabase,
  accountId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
