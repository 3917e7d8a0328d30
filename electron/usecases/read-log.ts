import { type Result, fail, ok } from '../../contracts/result.ts'
import type { LogFilter, LogPage, LogQuery, LogRow } from '../../core/desk-log/log-page.ts'
import { mayReadLog } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Refusal = 'signed-out' | 'log-not-allowed' | StoreRefusal

/** A page of the log of cards, newest first. */
export function listLog(place: Workplace, query: LogQuery): Result<LogPage, Refusal> {
  return reading(place, (desk) => desk.log.page(query))
}

/** Everything of it that matches, to be saved as a file. */
export function exportLog(place: Workplace, filter: LogFilter): Result<LogRow[], Refusal> {
  return reading(place, (desk) => [...desk.log.all(filter)])
}

/** Somebody looks at it: what other desks did is asked for now. */
export function refreshLog(place: Workplace): Result<void, 'signed-out'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  desk.nudge('focus')
  return ok()
}

function reading<T>(place: Workplace, read: (desk: OpenDesk) => T): Result<T, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  if (!mayReadLog(desk.identity.account.role)) return fail('log-not-allowed')
  return place.reading(() => read(desk))
}
