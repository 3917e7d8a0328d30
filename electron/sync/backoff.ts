import type { SyncClock } from './sync-engine.ts'

const firstCapMs = 1_000
const capMs = 60_000
const longCapMs = 300_000
/** Thousands of desks must not knock once a minute for the whole of an outage. */
const longOutageMs = 30 * 60_000
const retryAfterLimitMs = 3_600_000

/**
 * Full jitter: uniform in [0, min(60 s, 1 s · 2^n)), up to 300 s once the failure lasts longer than 30
 * minutes. `n` counts the failures before this one. A pause that the cloud asked for (milliseconds, at
 * most one hour is believed) is a lower bound.
 */
export function backoffMs(input: {
  readonly n: number
  readonly failingForMs: number
  readonly retryAfterMs: number | null
  readonly random: number
}): number {
  const cap = input.failingForMs >= longOutageMs ? longCapMs : capMs
  const own = input.random * Math.min(cap, firstCapMs * 2 ** Math.min(input.n, 30))
  return Math.round(Math.max(own, believable(input.retryAfterMs)))
}

/** One thing that fails and is tried again. Times are monotonic and live in memory only. */
export type Backoff = {
  failures(): number
  /** Milliseconds until the next attempt; 0: now. */
  waitMs(): number
  failed(retryAfterMs: number | null): void
  succeeded(): void
  /** Waiting has become pointless: the next attempt comes within `spreadMs`, but not before the cloud allowed. */
  hurry(spreadMs: number): void
  /** The world has changed: the next pause is as short as the first. */
  forget(): void
  /** A person asks: at once, even if the cloud wanted a pause. */
  now(): void
}

export function createBackoff(clock: Pick<SyncClock, 'monotonicMs' | 'random'>): Backoff {
  let failures = 0
  /** Failures since anything gave reason to hope. */
  let exponent = 0
  let failingSince = 0
  let dueAt = 0
  let notBefore = 0
  /** One shortcut per failure, or a burst of new work would turn the backoff into a tight loop. */
  let hurried = false

  return {
    failures: () => failures,
    waitMs: () => (failures === 0 ? 0 : Math.max(0, dueAt - clock.monotonicMs())),

    failed(retryAfterMs) {
      const now = clock.monotonicMs()
      if (exponent === 0) failingSince = now
      const failingForMs = now - failingSince
      const random = clock.random()
      dueAt = now + backoffMs({ n: exponent, failingForMs, retryAfterMs, random })
      notBefore = now + believable(retryAfterMs)
      failures += 1
      exponent += 1
      hurried = false
    },

    succeeded() {
      failures = 0
      exponent = 0
    },

    hurry(spreadMs) {
      if (hurried) return
      hurried = true
      const soon = clock.monotonicMs() + clock.random() * spreadMs
      dueAt = Math.min(dueAt, Math.max(notBefore, soon))
    },

    forget() {
      exponent = 0
    },

    now() {
      exponent = 0
      dueAt = 0
    },
  }
}

function believable(retryAfterMs: number | null): number {
  if (retryAfterMs === null || !Number.isFinite(retryAfterMs)) return 0
  return Math.min(Math.max(0, retryAfterMs), retryAfterLimitMs)
}
