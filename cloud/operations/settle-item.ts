import type { ItemResult } from '../../contracts/cloud-api.ts'
import type { NewLogRow } from '../store/desk-log.ts'
import type { LedgerRow } from '../store/ledger.ts'
import { applyOperation } from './apply-operation.ts'
import { entryFor, replay } from './ledger-entry.ts'
import { logRowsOf, lookBefore } from './log-rows.ts'
import { type OperationContext, type Settled, refused } from './operation-context.ts'
import type { ReadItem } from './read-item.ts'

/**
 * The outcome of one item: from the ledger when its key is known, otherwise carried out and noted. `note`
 * keeps the new entry and what the desk log tells; the ledger is told of it, for a later item of the same
 * batch.
 */
export async function settleItem(
  context: OperationContext,
  ledger: Map<string, LedgerRow>,
  item: ReadItem,
  note: (entry: LedgerRow, told: readonly NewLogRow[]) => Promise<void>,
): Promise<ItemResult> {
  const { opId, hash, operation } = item
  const known = ledger.get(opId)
  if (known) {
    const answer =
      known.hash === hash ? await replay(context, known) : refused({ code: 'key.reuse' })
    return resultOf(opId, answer, true)
  }
  const before = operation.ok ? await lookBefore(context, operation.value) : null
  const settled = operation.ok
    ? await applyOperation(context, operation.value)
    : refused({ code: 'schema', field: operation.field ?? 'item' })
  const recordId = operation.ok ? operation.value.recordId : null
  const entry = entryFor(context, { opId, hash, recordId }, settled)
  const told =
    operation.ok && before !== null ? logRowsOf(context, operation.value, settled, before) : []
  await note(entry, told)
  ledger.set(opId, entry)
  return resultOf(opId, settled, false)
}

function resultOf(opId: string, settled: Settled, replayed: boolean): ItemResult {
  if (settled.outcome === 'refused') return { opId, ...settled }
  return { opId, ...settled, replayed }
}
