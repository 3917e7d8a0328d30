import { create } from 'zustand'
import type { Failure } from '../../contracts/result.ts'
import type { LogFilter, LogPage, LogQuery } from '../../core/desk-log/log-page.ts'
import type { FailureCode } from '../messages/failure-code.ts'

export type DeskLogState = {
  readonly query: LogQuery
  /** The last page that was read; stays visible while the next one is on its way. */
  readonly page: LogPage | null
  readonly failure: Failure<FailureCode> | null
}

export const noFilter: LogFilter = {
  text: '',
  what: null,
  from: null,
  until: null,
  thisDesk: false,
}

const initial: DeskLogState = {
  query: { filter: noFilter, limit: 50, direction: 'forward', at: null },
  page: null,
  failure: null,
}

export const useDeskLog = create<DeskLogState>()(() => initial)

export function askLog(query: LogQuery) {
  useDeskLog.setState({ query })
}

/** From the first page on. */
export function filterLog(change: Partial<LogFilter>) {
  const { query } = useDeskLog.getState()
  askLog({ ...query, filter: { ...query.filter, ...change }, direction: 'forward', at: null })
}

/** What is typed, or the card that was just tapped. */
export function searchLog(text: string) {
  if (useDeskLog.getState().query.filter.text !== text) filterLog({ text })
}

export function forgetLog() {
  useDeskLog.setState(initial, true)
}

/** The beginning of a day (`2026-11-25`) on this computer's calendar, or of the one after; null: no day. */
export function dayBegins(day: string, after = 0): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const begins = new Date(year, month - 1, date + after)
  return Number.isNaN(begins.getTime()) ? null : begins.toISOString()
}

/** The day that begins at this moment, or the one before; empty: none. */
export function dayOf(moment: string | null, before = 0): string {
  if (moment === null) return ''
  const day = new Date(moment)
  day.setDate(day.getDate() - before)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
