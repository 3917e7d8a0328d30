import { CompiledQuery } from 'kysely'
import type { ItemResult } from '../../contracts/cloud-api.ts'
import { sha256 } from '../tokens.ts'
import { provisionalPosition, publish } from '../store/feed.ts'
import { type LedgerRow, findEntries, insertEntry } from '../store/ledger.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { isContention } from '../store/row-locks.ts'
import { applyOperation } from './apply-operation.ts'
import { entryFor, replay } from './ledger-entry.ts'
import { type Actor, type OperationContext, type Settled, refused } from './operation-context.ts'
import { parseItem } from './parse-item.ts'

export type Item = { readonly opId: string; readonly [key: string]: unknown }

type BatchDeps = {
  readonly now: () => Date
  /** Told about an item that failed for no reason of its own; never with the item's content. */
  readonly onBug: (error: unknown) => void
}

/**
 * Carries out the items in their order, in one transaction: their changes, their ledger entries and
 * the feed. An answer exists only after COMMIT. An item that throws is undone alone and may be sent
 * again; nothing about it is kept.
 */
export async function runBatch(
  database: CloudDatabase,
  actor: Actor,
  items: readonly Item[],
  { now, onBug }: BatchDeps,
): Promise<ItemResult[]> {
  return database.transaction().execute(async (db) => {
    let changes = 0
    const nextPosition = () => provisionalPosition(++changes)
    const context: OperationContext = { db, actor, now: now().toISOString(), nextPosition }
    const opIds = items.map((item) => item.opId)
    const ledger = await findEntries(db, actor.accountId, opIds)
    const results: ItemResult[] = []
    for (const item of items) results.push(await runItem(context, ledger, item, onBug))
    await publish(db, actor.accountId, changes)
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
  ledger: Map<string, LedgerRow>,
  item: Item,
  onBug: (error: unknown) => void,
): Promise<ItemResult> {
  const { opId } = item
  for (let nth = 1; nth <= tries; nth += 1) {
    await context.db.executeQuery(savepoint)
    try {
      const result = await settle(context, ledger, item)
      await context.db.executeQuery(release)
      return result
    } catch (error) {
      await undo(context, error)
      if (!isContention(error)) {
        onBug(error)
        return { opId, outcome: 'retry', code: 'server-error' }
      }
      for (const entry of await findEntries(context.db, context.actor.accountId, [opId])) {
        ledger.set(...entry)
      }
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

async function settle(
  context: OperationContext,
  ledger: Map<string, LedgerRow>,
  item: Item,
): Promise<ItemResult> {
  const { opId } = item
  const bytes = JSON.stringify(item)
  const hash = sha256(bytes)
  const known = ledger.get(opId)
  if (known) {
    const answer =
      known.hash === hash ? await replay(context, known) : refused({ code: 'key.reuse' })
    return resultOf(opId, answer, true)
  }
  const parsed = parseItem(item, Buffer.byteLength(bytes))
  const settled = parsed.ok
    ? await applyOperation(context, parsed.value)
    : refused({ code: 'schema', field: parsed.field ?? 'item' })
  const recordId = parsed.ok ? parsed.value.recordId : null
  const entry = entryFor(context, { opId, hash, recordId }, settled)
  await insertEntry(context.db, entry)
  ledger.set(opId, entry)
  return resultOf(opId, settled, false)
}

function resultOf(opId: string, settled: Settled, replayed: boolean): ItemResult {
  if (settled.outcome === 'refused') return { opId, ...settled }
  return { opId, ...settled, replayed }
}
