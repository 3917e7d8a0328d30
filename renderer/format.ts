import { create } from 'zustand'
import { useLanguage } from './language.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const month = 30 * day

/** An instant of ISO 8601 in the clock of this computer. */
export function formatDateTime(iso: string): string {
  return formats().dateTime.format(new Date(iso))
}

export function formatExactly(iso: string): string {
  return formats().exact.format(new Date(iso))
}

export function formatNumber(value: number): string {
  return formats().number.format(value)
}

/** "2 minutes ago", "now" within the first one. A clock that was set back never makes a future of the past. */
export function formatAgo(iso: string, now: number): string {
  const { relative } = formats()
  const passed = Math.max(0, now - Date.parse(iso))
  if (passed < minute) return relative.format(0, 'second')
  if (passed < hour) return relative.format(-Math.floor(passed / minute), 'minute')
  if (passed < day) return relative.format(-Math.floor(passed / hour), 'hour')
  if (passed < month) return relative.format(-Math.floor(passed / day), 'day')
  return formatDateTime(iso)
}

/** Making a format costs more than a hundred uses of it: they are made anew only with the locale. */
const useFormats = create(() => formatsIn(useLanguage.getState().locale))
useLanguage.subscribe(({ locale }) => useFormats.setState(formatsIn(locale)))

const formats = useFormats.getState

function formatsIn(locale: string) {
  return {
    dateTime: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    number: new Intl.NumberFormat(locale),
  }
}
