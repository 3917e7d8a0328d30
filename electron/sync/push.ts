import { batchLimits } from '../../contracts/cloud-api.ts'
import type { BatchAnswer } from '../cloud-client/cloud-client.ts'
import type { ClaimedItem, OutboxStore, Settlement } from '../store/desk-store.ts'
import type { Effect } from './classify.ts'
import type { Holds } from './holds.ts'
import { createItemWaits } from './item-waits.ts'
import { settlementsFor } from './settlement.ts'
import type { SyncClock, SyncReport, SyncRequest } from './sync-engine.ts'

type BatchRequest = Extract<SyncRequest, { kind: 'batch' }>

/**
 * Claims, sends and settles. Knows nothing of channels: it is asked when the way is free. While a batch is
 * under way the one before it is settled and the next one claimed, so that desk and cloud work at the same
 * time. What is claimed then shares no record and no card with what is under way.
 */
export type Push = {
  /** The next batch, marked as in flight; null when nothing may go now. `probe`: one item, to see whether anything goes. */
  next(probe: boolean): BatchRequest | null
  /** Returns whether the cloud took or refused anything for good. Where a next batch stands ready, it is settled later. */
  answered(answer: BatchAnswer): boolean
  /** Does a part of the work that need not wait for the answer; returns whether there was any. */
  meanwhile(): boolean
  /** Settles what is known, and lets go of what was claimed and not sent. */
  rest(): void
  /** The same without the store: everything in flight is about to be recovered. */
  forget(): void
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
  /** Claimed while `sent` is under way. */
  let prepared: readonly ClaimedItem[] = []
  let mayPrepare = false
  /** What the cloud said of the batch before. */
  let unsettled: readonly Settlement[] = []
  let mode: 'batch' | 'probe' | 'alone' = 'batch'
  /** Halved by 413, doubled again by every success. */
  let scale = 1

  function claim(items: number, ...skips: ReadonlySet<string>[]): readonly ClaimedItem[] {
    const bytes = Math.max(batchLimits.itemBytes, Math.floor(batchLimits.bytes * scale))
    const skip = new Set([holds.held(), ...skips].flatMap((set) => [...set]))
    return outbox.claim({ items, bytes: bytes - frameBytes - items, skip })
  }

  function claimProbe(): readonly ClaimedItem[] {
    mode = 'probe'
    const probe = claim(1, waits.waiting(), waits.isolated(), tried)
    if (probe.length > 0) return probe
    tried.clear()
    return claim(1, waits.waiting())
  }

  function claimMany(): readonly ClaimedItem[] {
    const most =
      outbox.counts().ready > batchLimits.backlog
        ? batchLimits.itemsUnderBacklog
        : batchLimits.items
    return claim(Math.max(1, Math.floor(most * scale)), waits.waiting(), waits.isolated())
  }

  function claimBatch(): readonly ClaimedItem[] {
    mode = 'batch'
    const batch = prepared.length > 0 ? prepared : claimMany()
    prepared = []
    if (batch.length > 0) return batch
    mode = 'alone'
    return claim(1, waits.waiting())
  }

  function settle(): void {
    const settlements = unsettled
    if (settlements.length === 0) return
    outbox.settle(settlements)
    unsettled = []
    for (const settlement of settlements) afterwards(settlement)
  }

  function rest(): void {
    settle()
    if (prepared.length > 0) outbox.settle(prepared.map(again))
    prepared = []
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
      if (probe) rest()
      if (prepared.length === 0) settle()
      sent = probe ? claimProbe() : claimBatch()
      if (sent.length === 0) return null
      mayPrepare = mode === 'batch'
      const items = sent.map((item) => item.body)
      return { kind: 'batch', items, timeoutMs: timeoutMs(items.length) }
    },

    answered(answer) {
      settle()
      const settlements = settlementsFor(sent, answer, clock.newId)
      unsettled = settlements
      sent = []
      const progress = settlements.some((settlement) => settlement.kind !== 'retry')
      if (progress) {
        scale = Math.min(1, scale * 2)
        for (const opId of tried) waits.isolate(opId)
        tried.clear()
      }
      if (prepared.length === 0) settle()
      return progress
    },

    meanwhile() {
      const settles = unsettled.length > 0
      if (!mayPrepare || sent.length === 0) {
        settle()
        return settles
      }
      mayPrepare = false
      // Waiting for the disk once instead of twice.
      prepared = outbox.atOnce(() => {
        settle()
        return claimMany()
      })
      return settles || prepared.length > 0
    },

    rest,
    forget() {
      prepared = []
      unsettled = []
    },

    failed(effect) {
      rest()
      outbox.settle(sent.map(again))
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

const again = ({ opId }: ClaimedItem): Settlement => ({ opId, kind: 'retry' })
