import { CompiledQuery } from 'kysely'
import type { ItemResult } from '../../contracts/cloud-api.ts'
import { auditRows } from '../audit/audit.ts'
import { conclude } from '../store/conclude.ts'
import { givePositions, provisionalPosition } from '../store/feed.ts'
import { type LedgerRow, findEntries, insertEntry } from '../store/ledger.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { directBook } from '../store/record-book.ts'
import { createRegionMoves } from '../store/region-moves.ts'
import { inTransaction, isContention } from '../store/row-locks.ts'
import type { Actor, OperationContext } from './operation-context.ts'
import type { ReadItem } from './read-item.ts'
import { seenBook } from './seen-book.ts'
import { type Told, nothingTold, settleItem } from './settle-item.ts'

/**
 * Carries out the items in their order, in one transaction. An item that throws is undone alone and may be
 * sent again; nothing about it is kept.
 */
export async function runOneByOne(
  database: CloudDatabase,
  actor: Actor,
  items: readonly ReadItem[],
  { now, onBug }: { readonly now: string; readonly onBug: (error: unknown) => void },
): Promise<ItemResult[]> {
  return inTransaction(database, async (db) => {
    let changes = 0
    const nextPosition = () => provisionalPosition(++changes)
    const records = seenBook(directBook(db, actor.accountId), actor)
    const moves = createRegionMoves(db, actor.accountId)
    let views = 0
    const viewChanged = () => void (views += 1)
    const context = { db, records, moves, viewChanged, actor, now, nextPosition }
    const opIds = items.map((item) => item.opId)
    const ledger = await findEntries(db, actor.accountId, opIds)
    const results: ItemResult[] = []
    const told: Told[] = []
    for (const item of items) results.push(await runItem(context, { ledger, told }, item, onBug))
    const { accountId } = actor
    const log = told.flatMap((each) => each.log)
    const entries = told.flatMap((each) => each.audit)
    const place = async (before: number) => {
      await givePositions(db, accountId, before)
      await moves.place(before)
    }
    const audit = auditRows(accountId, entries, now)
    await conclude(db, accountId, { changes, views, place, log, audit })
    return results
  })
}

const savepoint = CompiledQuery.raw('savepoint item')
const release = CompiledQuery.raw('release savepoint item')
const rollBack = CompiledQuery.raw('rollback to savepoint item')

/** An item that met another desk's is tried anew at once: now it sees what that one has done. */
const tries = 3

async function runItem(
  context: OperationContext,
  { ledger, told }: { readonly ledger: Map<string, LedgerRow>; readonly told: Told[] },
  item: ReadItem,
  onBug: (error: unknown) => void,
): Promise<ItemResult> {
  const { opId } = item
  const { db, actor } = context
  for (let nth = 1; nth <= tries; nth += 1) {
    await db.executeQuery(savepoint)
    try {
      let heard = nothingTold
      const result = await settleItem(context, ledger, item, async (entry, tells) => {
        heard = tells
        await insertEntry(db, entry)
      })
      await db.executeQuery(release)
      told.push(heard)
      return result
    } catch (error) {
      await undo(context, error)
      if (!isContention(error)) {
        onBug(error)
        return { opId, outcome: 'retry', code: 'server-error' }
      }
      for (const entry of await findEntries(db, actor.accountId, [opId])) ledger.set(...entry)
    }
  }
  return { opId, outcome: 'retry', code: 'in-progress' }
}

/** When the database has given up the whole transaction (disk full, I/O), no item of the batch is kept. */
async function undo({ db }: OperationContext, error: unknown) {
  try {
    await db.executeQuery(rollBack)
    await db.executeQuery(release)
  } catch {
    throw error
  }
}
