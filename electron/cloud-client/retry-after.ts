const longestMs = 3_600_000

/**
 * Retry-After (RFC 9110 10.2.3) in milliseconds: seconds or an HTTP date, at most one hour; null when
 * absent or garbage. `now`: wall clock in milliseconds; a date is only as good as both clocks, which is
 * why it is clamped.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestMs)
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now), longestMs)
}
