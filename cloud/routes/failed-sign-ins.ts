/** Wrong passwords in a row for one email from one address, before it has to wait. */
const allowed = 10
const waitMs = 5 * 60_000
/** Pairs remembered: more than anybody tries by hand, and a bound on memory. */
const remembered = 10_000

export type FailedSignIns = ReturnType<typeof createFailedSignIns>

/**
 * Slows down guessing. Only failures count, and only for that email from that address: colleagues at the
 * same site, and the person elsewhere, still get in.
 */
export function createFailedSignIns(monotonicMs: () => number) {
  const failures = new Map<string, { count: number; until: number }>()

  return {
    /** Seconds to wait before the next attempt; 0 for none. */
    waitSeconds(email: string, address: string): number {
      const entry = failures.get(keyOf(email, address))
      if (!entry || entry.count < allowed) return 0
      return Math.max(0, Math.ceil((entry.until - monotonicMs()) / 1000))
    },

    failed(email: string, address: string) {
      const key = keyOf(email, address)
      const now = monotonicMs()
      const entry = failures.get(key)
      const count = entry && entry.until > now ? entry.count + 1 : 1
      failures.delete(key)
      failures.set(key, { count, until: now + waitMs })
      if (failures.size > remembered) failures.delete(failures.keys().next().value ?? '')
    },

    succeeded(email: string, address: string) {
      failures.delete(keyOf(email, address))
    },
  }
}

function keyOf(email: string, address: string): string {
  return `${email.trim().toLowerCase()} ${address}`
}
