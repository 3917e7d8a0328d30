import { locale } from './messages.ts'

const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** An instant of ISO 8601 in the clock of this computer. */
export function formatDateTime(iso: string): string {
  return dateTime.format(new Date(iso))
}

export function formatExactly(iso: string): string {
  return exact.format(new Date(iso))
}

/** "2 minutes ago". A clock that was set back never makes a future of the past. */
export function formatAgo(iso: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(iso))
  if (passed < minute) return relative.format(-Math.floor(passed / second), 'second')
  if (passed < hour) return relative.format(-Math.floor(passed / minute), 'minute')
  if (passed < day) return relative.format(-Math.floor(passed / hour), 'hour')
  return formatDateTime(iso)
}
