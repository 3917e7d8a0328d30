import type { ItemResult } from '../../contracts/cloud-api.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Actor } from './operation-context.ts'
import { type Item, readItem } from './read-item.ts'
import { isForeseeable, runAtOnce } from './run-at-once.ts'
import { runOneByOne } from './run-one-by-one.ts'

export type { Item } from './read-item.ts'

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
  const read = items.map((item) => readItem(item, actor))
  const at = now().toISOString()
  if (read.length > 1 && isForeseeable(read)) {
    try {
      return await runAtOnce(database, actor, read, at)
    } catch {
      // Which item it was shows when they go one by one, and then it is told.
    }
  }
  return runOneByOne(database, actor, read, { now: at, onBug })
}
