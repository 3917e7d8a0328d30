import { type Result, fail } from '../../contracts/result.ts'
import type { PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { rulesOf } from './card-policy-of.ts'
import { type PersonRefusal, checkPerson } from './person-rules.ts'
import type { Workplace } from './ports.ts'

/** Sends a parked operation again, changed, under a new key. */
export function correctParked(
  place: Workplace,
  input: { readonly opId: string; readonly newOpId: string; readonly fields: PersonFields },
): Result<{ recordId: string }, PersonRefusal | StoreRefusal | 'signed-out' | 'not-parked'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const rules = rulesOf(place, desk)
  if (!rules.ok) return rules
  const checked = checkPerson(desk.identity.account.role, input.fields, rules.value)
  if (!checked.ok) return checked
  const corrected = desk.people.correctParked({ ...input, fields: checked.value })
  if (!corrected.ok) return corrected
  place.peopleChanged()
  desk.nudge('accepted')
  return corrected
}
