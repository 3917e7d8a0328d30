/**
 * How far this computer's clock is from the cloud's, in minutes; positive: it is behind. null: near enough,
 * or not known yet. Nothing is planned by it, but people read its times, and temporary cards end by them.
 */
export type ClockCheck = {
  readonly offMinutes: () => number | null
  /** The Date header (RFC 9110 6.6.1) of an answer of a cloud. */
  readonly heard: (date: string | null) => void
}

/** Slow answers and clocks that are set by hand make a few minutes. */
const toleratedMinutes = 5

export function createClockCheck(deps: {
  /** Milliseconds since 1970. */
  readonly wallMs: () => number
  readonly changed: () => void
}): ClockCheck {
  let off: number | null = null
  return {
    offMinutes: () => off,
    heard(date) {
      const theirs = date === null ? NaN : Date.parse(date)
      if (Number.isNaN(theirs)) return
      const minutes = Math.round((theirs - deps.wallMs()) / 60_000)
      const next = Math.abs(minutes) < toleratedMinutes ? null : minutes
      // A minute more or less is no news.
      if (next === off || (next !== null && off !== null && Math.abs(next - off) <= 1)) return
      off = next
      deps.changed()
    },
  }
}
