import { type Result, fail, ok } from '../../contracts/result.ts'
import type { BulkItem, BulkOutcome } from '../../core/bulk.ts'
import type { Right } from '../../core/rights.ts'
import { mayGrant } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { sortOut, untouchable } from './bulk.ts'
import type { Workplace } from './ports.ts'

/** Adds groups and rights. For an invitation they wait for the registration, whenever that comes. */
export function grantAccess(
  place: Workplace,
  input: {
    readonly items: readonly BulkItem[]
    readonly addGroups: readonly string[]
    readonly addRights: readonly Right[]
  },
): Result<BulkOutcome, 'signed-out' | 'invalid' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { items, addGroups, addRights } = input
  if (addGroups.length + addRights.length === 0) return fail('invalid', { field: 'addGroups' })
  const by = desk.identity.account.role
  const standings = place.reading(() => desk.people.standing(items.map((item) => item.recordId)))
  if (!standings.ok) return standings
  const sorted = sortOut(items, standings.value, (standing) =>
    mayGrant(by) ? untouchable(by, standing) : 'role',
  )
  const at = place.wallTime()
  const answer = desk.people.acceptGrants({ items: sorted.allowed, addGroups, addRights, at })
  if (!answer.ok) return answer
  place.peopleChanged()
  desk.nudge('accepted')
  return ok(sorted.outcome(answer.value))
}
