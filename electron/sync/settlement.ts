import type { OperationProblem } from '../../core/operation.ts'
import type { BatchAnswer, BatchResult } from '../cloud-client/cloud-client.ts'
import type { ClaimedItem, Settlement } from '../store/desk-store.ts'
import { fieldsOf, merge } from './merge.ts'

/**
 * What becomes of each claimed item, by the cloud's answer: exactly one settlement per item, in the
 * items' order. Results may come in any order, twice or for foreign op ids; an item without a result is
 * tried again under the same key. Nothing is ever dropped: what cannot be read is parked.
 */
export function settlementsFor(
  items: readonly ClaimedItem[],
  answer: BatchAnswer,
  newId: () => string,
): readonly Settlement[] {
  const results = new Map<string, BatchResult>()
  for (const result of answer.results) {
    // Applied is a fact that no other line of the same answer can undo.
    if (results.get(result.opId)?.outcome === 'applied') continue
    if (results.has(result.opId) && result.outcome !== 'applied') continue
    results.set(result.opId, result)
  }
  return items.map((item) => settle(item, results.get(item.opId), newId))
}

function settle(
  item: ClaimedItem,
  result: BatchResult | undefined,
  newId: () => string,
): Settlement {
  const { opId } = item
  if (result === undefined) return { opId, kind: 'retry' }
  switch (result.outcome) {
    case 'retry':
      return { opId, kind: 'retry' }
    case 'unreadable':
      return bug(item, 'the cloud answered in a way that this version cannot read')
    case 'applied':
      return result.change.id === item.recordId
        ? { opId, kind: 'applied', change: result.change }
        : bug(item, 'the cloud confirmed another record')
    case 'refused':
      return refused(item, result.problem, newId)
  }
}

/** Conflict rules: nothing silent, nothing downgraded, and a goal already reached is no conflict. */
function refused(item: ClaimedItem, problem: OperationProblem, newId: () => string): Settlement {
  const { opId } = item
  const parked: Settlement = { opId, kind: 'parked', problem }
  switch (problem.code) {
    case 'gone':
      return item.method === 'delete' || item.method === 'resend'
        ? { opId, kind: 'discarded', reason: 'gone', onto: null }
        : parked
    case 'registered': {
      const onlyEmail = item.set !== null && fieldsOf(item.set).every((field) => field === 'email')
      return item.method === 'delete' ||
        item.method === 'resend' ||
        (item.method === 'update' && onlyEmail)
        ? { opId, kind: 'discarded', reason: 'registered', onto: problem.current }
        : parked
    }
    case 'stale':
      return stale(item, problem, newId)
    case 'schema':
    case 'key.reuse':
    case 'card.taken':
    case 'email.taken':
    case 'role.forbidden':
    case 'region.required':
    case 'region.gone':
    case 'region.forbidden':
    case 'email.forbidden':
    case 'card.required':
    case 'card.refused':
    case 'card.step':
    case 'email.other-role':
    case 'group.gone':
    case 'resource.gone':
    case 'schedule.gone':
    case 'forbidden':
      return parked
  }
}

function stale(
  item: ClaimedItem,
  problem: Extract<OperationProblem, { code: 'stale' }>,
  newId: () => string,
): Settlement {
  const { opId } = item
  const onto = problem.current
  if (onto.id !== item.recordId) return bug(item, 'the cloud compared with another record')
  if (onto.deleted || onto.state === null) {
    return item.method === 'delete'
      ? { opId, kind: 'discarded', reason: 'gone', onto }
      : { opId, kind: 'parked', problem: { code: 'gone', ...authorOf(problem) } }
  }
  if (item.method === 'delete' && onto.state.kind === 'invitation') {
    return { opId, kind: 'rebased', newOpId: newId(), onto }
  }
  if (item.set === null) return { opId, kind: 'parked', problem }

  const merged = merge(item.set, item.base, onto.state)
  switch (merged.kind) {
    case 'mine':
      return { opId, kind: 'rebased', newOpId: newId(), onto }
    case 'same':
      return { opId, kind: 'discarded', reason: 'same', onto }
    case 'conflict': {
      const fields = [...merged.fields]
      return {
        opId,
        kind: 'parked',
        problem: { code: 'conflict.field', fields, current: onto, ...authorOf(problem) },
      }
    }
  }
}

function authorOf({ changed }: Extract<OperationProblem, { code: 'stale' }>) {
  return changed === undefined ? {} : { changed }
}

function bug({ opId }: ClaimedItem, note: string): Settlement {
  return { opId, kind: 'parked', problem: { code: 'client.bug', note } }
}
