/** A clock that stands until it is moved; what is due runs in order of its time. */
export function createVirtualClock() {
  let now = 0
  let last = 0
  const timers = new Map<number, { due: number; run: () => void }>()

  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const id = (last += 1)
      timers.set(id, { due: now + ms, run })
      return () => void timers.delete(id)
    },
    move(ms: number) {
      const end = now + ms
      for (;;) {
        const [next] = [...timers].toSorted(([, a], [, b]) => a.due - b.due)
        if (!next || next[1].due > end) break
        timers.delete(next[0])
        now = Math.max(now, next[1].due)
        next[1].run()
      }
      now = end
    },
    /** Moves the time without running what falls due, as a stalled process does. */
    stall(ms: number) {
      now += ms
    },
  }
}
