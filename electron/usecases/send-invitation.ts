import { type Result, fail } from '../../contracts/result.ts'
import type { PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { cardPolicyOf } from './card-policy-of.ts'
import { type PersonRefusal, checkPerson } from './person-rules.ts'
import type { Workplace } from './ports.ts'

/** Answers once the invitation is safe on this computer; the way to the cloud is not waited for. */
export function sendInvitation(
  place: Workplace,
  input: { readonly opId: string; readonly fields: PersonFields },
): Result<{ recordId: string }, PersonRefusal | StoreRefusal | 'signed-out'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const policy = cardPolicyOf(place, desk)
  if (!policy.ok) return policy
  const checked = checkPerson(desk.identity.account.role, input.fields, policy.value)
  if (!checked.ok) return checked
  const at = place.wallTime()
  const accepted = desk.people.acceptCreate({ opId: input.opId, fields: checked.value, at })
  if (!accepted.ok) return accepted
  place.peopleChanged()
  desk.nudge('accepted')
  return accepted
}
