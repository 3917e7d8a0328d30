import { type Result, fail, ok } from '../../contracts/result.ts'
import type { BulkItem, BulkOutcome } from '../../core/bulk.ts'
import { mayDelete } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { notInvited, sortOut, untouchable } from './bulk.ts'
import type { Workplace } from './ports.ts'
import { undoMs } from './undo-time.ts'

/** Withdraws invitations: recorded at once, and sent when there is no Undo any more. */
export function removeInvitations(
  place: Workplace,
  input: { readonly items: readonly BulkItem[] },
): Result<BulkOutcome, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { items } = input
  const by = desk.identity.account.role
  const standings = place.reading(() => desk.people.standing(items.map((item) => item.recordId)))
  if (!standings.ok) return standings
  const sorted = sortOut(items, standings.value, (standing) =>
    mayDelete(by) ? (untouchable(by, standing) ?? notInvited(standing)) : 'role',
  )
  const answer = desk.people.acceptDeletes({ items: sorted.allowed, at: place.wallTime() })
  if (!answer.ok) return answer
  const opIds = answer.value.accepted.map((item) => item.opId)
  desk.hold(opIds, undoMs)
  place.peopleChanged()
  desk.nudge('accepted')
  return ok(sorted.outcome(answer.value))
}
