import type { SyncClock } from './sync-engine.ts'

/**
 * Operations that are recorded but wait a moment before they are sent, so that a person can take them
 * back. In memory and on the monotonic clock: after a restart nobody offers to undo, so nothing waits.
 */
export type Holds = {
  hold(opIds: readonly string[], ms: number): void
  release(opIds: readonly string[]): void
  held(): ReadonlySet<string>
  /** Milliseconds until the first of them may go; null when none waits. */
  nextDueMs(): number | null
}

export function createHolds(clock: Pick<SyncClock, 'monotonicMs'>): Holds {
  const until = new Map<string, number>()

  function forgetPast(): number {
    const now = clock.monotonicMs()
    for (const [opId, at] of until) if (at <= now) until.delete(opId)
    return now
  }

  return {
    hold(opIds, ms) {
      const at = clock.monotonicMs() + ms
      for (const opId of opIds) until.set(opId, at)
    },
    release(opIds) {
      for (const opId of opIds) until.delete(opId)
    },
    held() {
      forgetPast()
      return new Set(until.keys())
    },
    nextDueMs() {
      const now = forgetPast()
      return until.size === 0 ? null : Math.min(...until.values()) - now
    },
  }
}
