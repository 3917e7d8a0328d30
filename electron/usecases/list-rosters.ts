import { type Result, fail } from '../../contracts/result.ts'
import type { RosterSummary } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The lists of this desk, newest first. */
export function listRosters(
  place: Workplace,
): Result<RosterSummary[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => [...desk.rosters.list()])
}
