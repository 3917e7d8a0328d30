import { batchLimits } from '../../contracts/cloud-api.ts'
import type { BatchAnswer } from '../cloud-client/cloud-client.ts'
import type { ClaimedItem, OutboxStore, Settlement } from '../store/desk-store.ts'
import type { Effect } from './classify.ts'
import type { Holds } from './holds.ts'
import { createItemWaits } from './item-waits.ts'
import { settlementsFor } from './settlement.ts'
import type { SyncClock, SyncReport, SyncRequest } from './sync-engine.ts'

type BatchRequest = Extract<SyncRequest, { kind: 'batch' }>

/** Claims, sends and settles. Knows nothing of channels: it is asked when the way is free. */
export type Push = {
  /** The next batch, marked as in flight; null when nothing may go now. `probe`: one item, to see whether anything goes. */
  next(probe: boolean): BatchRequest | null
  /** Returns whether the cloud took or refused anything for good. */
  answered(answer: BatchAnswer): boolean
  /** The request failed as a whole. Returns who is to wait: the lane, or only items (or nobody). */
  failed(effect: Effect): 'lane' | 'items'
  /** Milliseconds until an item that waits for itself or is held is due; null when none is. */
  nextDueMs(): number | null
  retryItemsNow(): void
  /** Op ids that wait because the cloud failed on them. */
  troubled(): ReadonlySet<string>
}

const timeoutMs = (items: number) => 15_000 + 50 * items
/** `{"items":[…]}` around the items; the commas between them are counted one by one. */
const frameBytes = 12
const shownAfter = 8
/** So many different items failing alone means that it is not the items. */
const probesInARound = 20
/** A cloud that calls every version stale must not make the desk spin. */
const freeRebases = 3

export function createPush(deps: {
  readonly outbox: OutboxStore
  readonly holds: Pick<Holds, 'held' | 'nextDueMs'>
  readonly clock: SyncClock
  readonly report: (event: SyncReport) => void
}): Push {
  const { outbox, holds, clock, report } = deps
  const waits = createItemWaits(clock)
  const rebases = new Map<string, number>()
  /** Probes that failed since the last success. */
  const tried = new Set<string>()
  let sent: readonly ClaimedItem[] = []
  let mode: 'batch' | 'probe' | 'alone' = 'batch'
  /** Halved by 413, doubled again by every success. */
  let scale = 1

  function claim(items: number, ...skips: ReadonlySet<string>[]): boolean {
    const bytes = Math.max(batchLimits.itemBytes, Math.floor(batchLimits.bytes * scale))
    const skip = new Set([holds.held(), ...skips].flatMap((set) => [...set]))
    sent = outbox.claim({ items, bytes: bytes - frameBytes - items, skip })
    return sent.length > 0
  }

  function claimProbe(): boolean {
    mode = 'probe'
    if (claim(1, waits.waiting(), waits.isolated(), tried)) return true
    tried.clear()
    return claim(1, waits.waiting())
  }

  function claimBatch(): boolean {
    mode = 'batch'
    const most =
      outbox.counts().ready > batchLimits.backlog
        ? batchLimits.itemsUnderBacklog
        : batchLimits.items
    const items = Math.max(1, Math.floor(most * scale))
    if (claim(items, waits.waiting(), waits.isolated())) return true
    mode = 'alone'
    return claim(1, waits.waiting())
  }

  function itemFailed(opId: string) {
    const failures = waits.failed(opId)
    if (failures === shownAfter) report({ kind: 'item-troubled', opId, failures })
  }

  function afterwards(settlement: Settlement) {
    const { opId } = settlement
    if (settlement.kind === 'retry') return itemFailed(opId)
    waits.forget(opId)
    tried.delete(opId)
    const before = rebases.get(opId) ?? 0
    rebases.delete(opId)
    if (settlement.kind !== 'rebased') return
    rebases.set(settlement.newOpId, before + 1)
    if (before >= freeRebases) waits.failed(settlement.newOpId)
  }

  return {
    next(probe) {
      if (!(probe ? claimProbe() : claimBatch())) return null
      const items = sent.map((item) => item.body)
      return { kind: 'batch', items, timeoutMs: timeoutMs(items.length) }
    },

    answered(answer) {
      const settlements = settlementsFor(sent, answer, clock.newId)
      outbox.settle(settlements)
      sent = []
      for (const settlement of settlements) afterwards(settlement)
      const progress = settlements.some((settlement) => settlement.kind !== 'retry')
      if (progress) {
        scale = Math.min(1, scale * 2)
        for (const opId of tried) waits.isolate(opId)
        tried.clear()
      }
      return progress
    },

    failed(effect) {
      outbox.settle(sent.map(({ opId }) => ({ opId, kind: 'retry' })))
      const [first, second] = sent
      sent = []
      if (effect.kind === 'halve' && second !== undefined) {
        scale /= 2
        return 'items'
      }
      const maybeItem = effect.kind === 'halve' || (effect.kind === 'wait' && effect.maybeItem)
      if (first === undefined || !maybeItem) return 'lane'
      if (mode === 'alone') {
        itemFailed(first.opId)
        return 'items'
      }
      if (mode === 'probe') {
        if (tried.size >= probesInARound) tried.clear()
        tried.add(first.opId)
      }
      return 'lane'
    },

    nextDueMs() {
      const due = [waits.nextDueMs(), holds.nextDueMs()].filter((ms) => ms !== null)
      return due.length === 0 ? null : Math.min(...due)
    },
    retryItemsNow: () => waits.now(),
    troubled: () => waits.waiting(),
  }
}
