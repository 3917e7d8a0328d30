import { type Result, fail } from '../../contracts/result.ts'
import { strictPolicy } from '../../core/card/warnings.ts'
import type { PersonFields } from '../../core/person.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import { type PersonRefusal, checkPerson } from './person-rules.ts'
import type { Workplace } from './ports.ts'

/** Sends a parked operation again, changed, under a new key. */
export function correctParked(
  place: Workplace,
  input: { readonly opId: string; readonly newOpId: string; readonly fields: PersonFields },
): Result<{ recordId: string }, PersonRefusal | WriteRefusal | 'signed-out' | 'not-parked'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const checked = checkPerson(desk.identity.account.role, input.fields, strictPolicy)
  if (!checked.ok) return checked
  const corrected = desk.people.correctParked({ ...input, fields: checked.value })
  if (!corrected.ok) return corrected
  place.peopleChanged()
  desk.nudge('accepted')
  return corrected
}
