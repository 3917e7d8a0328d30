/** How quickly cards are handed out. */
export type Pace = { readonly perMinute: number; readonly leftMs: number }

/** A longer pause than this is a break and says nothing about the pace; in milliseconds. */
const breakMs = 120_000
/** So many of the last intervals count: the pace follows the queue. */
const counted = 20

/** `times` of the assignments on one clock, in milliseconds, rising; null: nothing to go by yet. */
export function paceOf(times: readonly number[], waiting: number): Pace | null {
  const intervals = times
    .slice(-counted - 1)
    .map((time, index, all) => time - (all[index - 1] ?? time))
    .slice(1)
    .filter((interval) => interval <= breakMs)
  if (intervals.length === 0) return null
  const each = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length
  return { perMinute: 60_000 / Math.max(1, each), leftMs: each * waiting }
}
