import type { Insertable, Selectable } from 'kysely'
import { oneOf } from './one-of.ts'
import { insertAtOnce } from './insert-at-once.ts'
import type { CloudDatabase } from './open-database.ts'
import type { LedgerTable } from './schema.ts'

export type LedgerRow = Selectable<LedgerTable>

/** The entries of these operations, by op id. */
export async function findEntries(
  db: CloudDatabase,
  accountId: string,
  opIds: readonly string[],
): Promise<Map<string, LedgerRow>> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'op_id', opIds))
    .execute()
  return new Map(rows.map((row) => [row.op_id, row]))
}

export async function insertEntries(db: CloudDatabase, rows: readonly LedgerRow[]) {
  await insertAtOnce(db, 'ledger', rows)
}

export async function insertEntry(db: CloudDatabase, row: Insertable<LedgerTable>) {
  await db.insertInto('ledger').values(row).execute()
}
