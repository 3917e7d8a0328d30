import type { ItemResult } from '../../contracts/cloud-api.ts'
import type { AuditEntry } from '../audit/audit.ts'
import type { NewLogRow } from '../store/desk-log.ts'
import type { LedgerRow } from '../store/ledger.ts'
import { applyOperation } from './apply-operation.ts'
import { auditEntriesOf } from './audit-entries.ts'
import { entryFor, replay } from './ledger-entry.ts'
import { logRowsOf, lookBefore } from './log-rows.ts'
import { type OperationContext, type Settled, refused } from './operation-context.ts'
import type { ReadItem } from './read-item.ts'

/** What desk log and audit hear of an item. */
export type Told = { readonly log: readonly NewLogRow[]; readonly audit: readonly AuditEntry[] }

export const nothingTold: Told = { log: [], audit: [] }

/**
 * The outcome of one item: from the ledger when its key is known, otherwise carried out and noted. `note`
 * keeps the new entry and what the logs are told; the ledger is told of it, for a later item of the same
 * batch.
 */
export async function settleItem(
  context: OperationContext,
  ledger: Map<string, LedgerRow>,
  item: ReadItem,
  note: (entry: LedgerRow, told: Told) => Promise<void>,
): Promise<ItemResult> {
  const { opId, hash, operation } = item
  const known = ledger.get(opId)
  if (known) {
    const same = known.hash === hash || known.hash === item.hashOfBytes()
    return resultOf(
      opId,
      same ? await replay(context, known) : refused({ code: 'key.reuse' }),
      true,
    )
  }
  if (!operation.ok) {
    const settled = refused({ code: 'schema', field: operation.field ?? 'item' })
    const entry = entryFor(context, { opId, hash, recordId: null }, settled)
    await note(entry, nothingTold)
    ledger.set(opId, entry)
    return resultOf(opId, settled, false)
  }
  const before = await lookBefore(context, operation.value)
  const settled = await applyOperation(context, operation.value)
  const { recordId } = operation.value
  const entry = entryFor(context, { opId, hash, recordId }, settled)
  await note(entry, {
    log: logRowsOf(context, operation.value, settled, before),
    audit: auditEntriesOf(context, operation.value, settled, before),
  })
  ledger.set(opId, entry)
  return resultOf(opId, settled, false)
}

function resultOf(opId: string, settled: Settled, replayed: boolean): ItemResult {
  if (settled.outcome === 'refused') return { opId, ...settled }
  return { opId, ...settled, replayed }
}
