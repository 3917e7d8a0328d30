import { type OperationProblem, operationProblem } from '../../core/operation.ts'
import { rolesGivenBy } from '../../core/role.ts'
import type { Change } from '../../core/record.ts'
import type { LedgerRow } from '../store/ledger.ts'
import { changeOf } from '../store/records.ts'
import { type OperationContext, type Settled, refused, settled } from './operation-context.ts'
import { maySee, shown } from './rules.ts'
import { withAuthor } from './with-author.ts'

/** The ledger's facts about an outcome, with the whole answer as its body. */
export function entryFor(
  { actor, now }: OperationContext,
  item: { readonly opId: string; readonly hash: string; readonly recordId: string | null },
  answer: Settled,
): LedgerRow {
  const applied = answer.outcome === 'applied'
  return {
    account_id: actor.accountId,
    op_id: item.opId,
    hash: item.hash,
    outcome: answer.outcome,
    record_id: item.recordId,
    version: applied ? answer.change.version : null,
    code: applied ? null : answer.problem.code,
    detail: applied ? null : detailOf(answer.problem),
    body: JSON.stringify(answer),
    at: now,
  }
}

/** What was answered then: word for word while the body is kept, afterwards from facts and present state. */
export async function replay(context: OperationContext, entry: LedgerRow): Promise<Settled> {
  if (entry.body !== null) return settled.parse(JSON.parse(entry.body))
  if (entry.outcome === 'applied') {
    return { outcome: 'applied', change: await current(context, entry) }
  }
  const problem = operationProblem.parse({ code: entry.code, ...(await factsOf(context, entry)) })
  return refused(await withAuthor(context, entry.record_id ?? '', problem))
}

function detailOf(problem: OperationProblem): string | null {
  if (problem.code === 'schema') return problem.field
  if ('holder' in problem) return problem.holder.id
  if ('reason' in problem) return problem.reason
  if ('group' in problem) return problem.group
  return 'id' in problem ? problem.id : null
}

/** What the problem of this code says besides its code. */
async function factsOf(context: OperationContext, { code, detail, ...entry }: LedgerRow) {
  const { records, actor } = context
  switch (code ?? '') {
    case 'schema':
      return { field: detail ?? 'item' }
    case 'card.taken':
    case 'email.taken': {
      const holder = await records.find(detail ?? '')
      return { holder: holder ? shown(actor, holder) : { id: detail, name: '' } }
    }
    case 'stale':
    case 'registered': {
      const now = await current(context, entry)
      return now.deleted ? { code: 'gone' } : { current: now }
    }
    case 'card.step': {
      const now = await current(context, entry)
      return now.deleted ? { code: 'gone' } : { reason: detail, current: now }
    }
    case 'card.refused':
      return { reason: detail }
    case 'group.gone':
      return { group: detail }
    case 'resource.gone':
    case 'schedule.gone':
    case 'region.gone':
      return { id: detail }
    case 'role.forbidden':
      return { allowed: [...rolesGivenBy(actor.role)] }
    default:
      return {}
  }
}

/**
 * The record now; when even its tombstone is gone, or who asks may see it no more, a tombstone of the version
 * after.
 */
async function current(
  { records, actor }: OperationContext,
  entry: Pick<LedgerRow, 'record_id' | 'version'>,
): Promise<Change> {
  const id = entry.record_id ?? ''
  const row = await records.find(id)
  if (row && maySee(actor, row)) return changeOf(row)
  return { id, version: (entry.version ?? 0) + 1, deleted: true, state: null, opId: null }
}
