import { type Result, fail } from '../../contracts/result.ts'
import type { BulkItem, BulkOutcome } from '../../core/bulk.ts'
import { mayInviteByEmail } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { notInvited, sortOut, untouchable } from './bulk.ts'
import type { Workplace } from './ports.ts'

/** Mails again and renews the expiry. An `email` corrects the address, of one invitation only. */
export function resendInvitations(
  place: Workplace,
  input: { readonly items: readonly BulkItem[]; readonly email: string | null },
): Result<BulkOutcome, 'signed-out' | 'invalid' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { items, email } = input
  if (email !== null && items.length > 1) return fail('invalid', { field: 'email' })
  const by = desk.identity.account.role
  const standings = place.reading(() => desk.people.standing(items.map((item) => item.recordId)))
  if (!standings.ok) return standings
  const sorted = sortOut(items, standings.value, (standing) =>
    mayInviteByEmail(by) ? (untouchable(by, standing) ?? notInvited(standing)) : 'role',
  )
  const answer = desk.people.acceptResends({ items: sorted.allowed, email, at: place.wallTime() })
  if (!answer.ok) return answer
  place.peopleChanged()
  desk.nudge('accepted')
  return { ok: true, value: sorted.outcome(answer.value) }
}
