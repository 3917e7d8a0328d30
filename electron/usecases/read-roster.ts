import { type Result, fail } from '../../contracts/result.ts'
import type { RosterRow, RosterView } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The list that nobody has left yet; null: there is none. */
export function readRunningRoster(
  place: Workplace,
): Result<RosterView | null, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => {
    const rosterId = desk.rosters.running()
    return rosterId === null ? null : desk.rosters.view(rosterId)
  })
}

/** Everybody of a list, in order. */
export function readRosterRows(
  place: Workplace,
  { rosterId }: { readonly rosterId: string },
): Result<RosterRow[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => [...desk.rosters.rows(rosterId)])
}
