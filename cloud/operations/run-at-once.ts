import type { ItemResult } from '../../contracts/cloud-api.ts'
import type { Operation } from '../../core/operation.ts'
import { type AuditEntry, auditRows } from '../audit/audit.ts'
import { conclude } from '../store/conclude.ts'
import type { NewLogRow } from '../store/desk-log.ts'
import { provisionalPosition } from '../store/feed.ts'
import { type LedgerRow, findEntries, insertEntries } from '../store/ledger.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { createRegionMoves } from '../store/region-moves.ts'
import { emailKey } from '../store/people.ts'
import { type Foreseen, stagedBook } from '../store/staged-book.ts'
import type { Actor } from './operation-context.ts'
import type { ReadItem } from './read-item.ts'
import { seenBook } from './seen-book.ts'
import { type Told, settleItem } from './settle-item.ts'

/** The operations of a desk that enrols; the others ask for more than can be foreseen. */
const foreseeable: ReadonlySet<Operation['method']> = new Set(['create', 'update'])

/** Whether everything that the items will ask for can be read ahead. */
export function isForeseeable(items: readonly ReadItem[]): boolean {
  return items.every(({ operation }) => !operation.ok || foreseeable.has(operation.value.method))
}

/**
 * Carries out a batch with as many statements as one item takes. Throws, having written nothing, where an
 * item fails for no reason of its own or another transaction was there first: then they go one by one.
 */
export async function runAtOnce(
  database: CloudDatabase,
  actor: Actor,
  items: readonly ReadItem[],
  now: string,
): Promise<ItemResult[]> {
  return database.transaction().execute(async (db) => {
    let changes = 0
    const nextPosition = () => provisionalPosition(++changes)
    const { accountId } = actor
    const opIds = items.map(({ opId }) => opId)
    const ledger = await findEntries(db, accountId, opIds)
    const records = await stagedBook(db, accountId, foreseenBy(items, ledger))
    const moves = createRegionMoves(db, accountId)
    let views = 0
    const viewChanged = () => void (views += 1)
    const seen = seenBook(records, actor)
    const context = { db, records: seen, moves, viewChanged, actor, now, nextPosition }
    const entries: LedgerRow[] = []
    const log: NewLogRow[] = []
    const audit: AuditEntry[] = []
    const results: ItemResult[] = []
    const note = async (entry: LedgerRow, told: Told) => {
      entries.push(entry)
      log.push(...told.log)
      audit.push(...told.audit)
    }
    for (const item of items) results.push(await settleItem(context, ledger, item, note))
    await insertEntries(db, entries)
    await records.putCards()
    await conclude(db, accountId, {
      changes,
      views,
      place: async (before) => {
        await records.flush(before)
        await moves.place(before)
      },
      log,
      audit: auditRows(accountId, audit, now),
    })
    return results
  })
}

function foreseenBy(items: readonly ReadItem[], ledger: ReadonlyMap<string, LedgerRow>): Foreseen {
  const fresh = items.flatMap(({ opId, operation }) =>
    operation.ok && !ledger.has(opId) ? [operation.value] : [],
  )
  const wanted = fresh.flatMap((each) => {
    if (each.method === 'create') return [each.fields]
    return each.method === 'update' ? [each.set] : []
  })
  return {
    ids: unique(fresh.map(({ recordId }) => recordId)),
    cardIds: unique(wanted.map(({ cardId }) => cardId)),
    emailKeys: unique(wanted.map(({ email }) => (email ? emailKey(email) : null))),
  }
}

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))]
}
