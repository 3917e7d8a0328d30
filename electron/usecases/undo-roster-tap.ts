import { type Result, fail } from '../../contracts/result.ts'
import { mayInviteByEmail } from '../../core/role.ts'
import type { RosterView } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { showRoster } from './show-roster.ts'

/** Takes the last card of a list back: its person waits again. */
export function undoRosterTap(
  place: Workplace,
  input: {
    readonly rosterId: string
    readonly opId: string
    readonly newOpId: string
    readonly changeOpId: string
  },
): Result<RosterView, 'signed-out' | StoreRefusal | 'gone' | 'card-missing'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const mayBeCardless = mayInviteByEmail(desk.identity.account.role)
  const undone = desk.rosters.undo({ ...input, mayBeCardless, at: place.wallTime() })
  if (!undone.ok) return undone
  desk.release([input.opId])
  place.peopleChanged()
  desk.nudge('accepted')
  return showRoster(place, desk, input.rosterId)
}
