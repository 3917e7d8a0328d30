import { type Result, fail, ok } from '../../contracts/result.ts'
import type { RosterView } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

/** Where a list stands now. */
export function showRoster(
  place: Workplace,
  desk: OpenDesk,
  rosterId: string,
): Result<RosterView, StoreRefusal | 'gone'> {
  const view = place.reading(() => desk.rosters.view(rosterId))
  if (!view.ok) return view
  return view.value === null ? fail('gone') : ok(view.value)
}
