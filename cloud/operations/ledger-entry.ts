import type { OperationProblem } from '../../core/operation.ts'
import { rolesGivenBy } from '../../core/role.ts'
import type { Change } from '../../core/record.ts'
import type { LedgerRow } from '../store/ledger.ts'
import { changeOf, findRecord } from '../store/records.ts'
import type { OperationContext, Settled } from './operation-context.ts'
import { shown } from './rules.ts'

/** The ledger's facts about an outcome, with the whole answer as its body. */
export function entryFor(
  { actor, now }: OperationContext,
  item: { readonly opId: string; readonly hash: string; readonly recordId: string | null },
  settled: Settled,
): LedgerRow {
  const applied = settled.outcome === 'applied'
  return {
    account_id: actor.accountId,
    op_id: item.opId,
    hash: item.hash,
    outcome: settled.outcome,
    record_id: item.recordId,
    version: applied ? settled.change.version : null,
    code: applied ? null : settled.problem.code,
    detail: applied ? null : detailOf(settled.problem),
    body: JSON.stringify(settled),
    at: now,
  }
}

/** What was answered then: word for word while the body is kept, afterwards from facts and present state. */
export async function replay(context: OperationContext, entry: LedgerRow): Promise<Settled> {
  if (entry.body !== null) return JSON.parse(entry.body) as Settled
  if (entry.outcome === 'applied')
    return { outcome: 'applied', change: await current(context, entry) }
  return { outcome: 'refused', problem: await rebuild(context, entry) }
}

function detailOf(problem: OperationProblem): string | null {
  if (problem.code === 'schema') return problem.field
  return 'holder' in problem ? problem.holder.id : null
}

async function rebuild(context: OperationContext, entry: LedgerRow): Promise<OperationProblem> {
  const code = entry.code as OperationProblem['code']
  const { db, actor } = context
  switch (code) {
    case 'schema':
      return { code, field: entry.detail ?? 'item' }
    case 'card.taken':
    case 'email.taken': {
      const id = entry.detail ?? ''
      const holder = await findRecord(db, actor.accountId, id)
      return { code, holder: holder ? shown(actor, holder) : { id, name: '' } }
    }
    case 'stale':
    case 'registered': {
      const now = await current(context, entry)
      return now.deleted ? { code: 'gone' } : { code, current: now }
    }
    case 'role.forbidden':
      return { code, allowed: [...rolesGivenBy(actor.role)] }
    default:
      return { code }
  }
}

/** The record now; when even its tombstone is gone, a tombstone of the version after. */
async function current({ db, actor }: OperationContext, entry: LedgerRow): Promise<Change> {
  const id = entry.record_id ?? ''
  const row = await findRecord(db, actor.accountId, id)
  if (row) return changeOf(row)
  return { id, version: (entry.version ?? 0) + 1, deleted: true, state: null, opId: null }
}
