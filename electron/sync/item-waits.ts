import type { SyncClock } from './sync-engine.ts'
import { type Backoff, createBackoff } from './backoff.ts'

/**
 * Items that wait for themselves, so that one that the cloud cannot digest never holds up the others.
 * In memory only: after a restart everything is tried again.
 */
export type ItemWaits = {
  /** Tried and not taken, while the cloud took others. Returns how often in a row. */
  failed(opId: string): number
  /** Seems to break whole requests: from now on it travels alone. */
  isolate(opId: string): void
  forget(opId: string): void
  waiting(): ReadonlySet<string>
  isolated(): ReadonlySet<string>
  /** Milliseconds until the first of them is due; null when none waits. */
  nextDueMs(): number | null
  /** Something changed outside: all are due. */
  now(): void
}

export function createItemWaits(clock: SyncClock): ItemWaits {
  const items = new Map<string, { readonly backoff: Backoff; alone: boolean }>()

  function entry(opId: string) {
    const known = items.get(opId) ?? { backoff: createBackoff(clock), alone: false }
    items.set(opId, known)
    return known
  }
  const those = (test: (item: { backoff: Backoff; alone: boolean }) => boolean) =>
    new Set([...items].filter(([, item]) => test(item)).map(([opId]) => opId))

  return {
    failed(opId) {
      const { backoff } = entry(opId)
      backoff.failed(null)
      return backoff.failures()
    },
    isolate(opId) {
      const item = entry(opId)
      item.alone = true
      item.backoff.failed(null)
    },
    forget: (opId) => void items.delete(opId),
    waiting: () => those((item) => item.backoff.waitMs() > 0),
    isolated: () => those((item) => item.alone),
    nextDueMs() {
      const waits = [...items.values()].map((item) => item.backoff.waitMs()).filter((ms) => ms > 0)
      return waits.length === 0 ? null : Math.min(...waits)
    },
    now() {
      for (const item of items.values()) item.backoff.now()
    },
  }
}
