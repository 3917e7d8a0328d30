import { type Result, fail, ok } from '../../contracts/result.ts'
import type { PersonChange, PersonField, PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { cardPolicyOf } from './card-policy-of.ts'
import { type PersonRefusal, checkChange } from './person-rules.ts'
import type { Workplace } from './ports.ts'

/** Records a change to somebody who is there; what is already so is not asked for again. */
export function updatePerson(
  place: Workplace,
  input: { readonly opId: string; readonly recordId: string; readonly set: PersonChange },
): Result<{ recordId: string }, PersonRefusal | StoreRefusal | 'signed-out' | 'gone'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { opId, recordId } = input
  const read = place.reading(() => desk.people.fields(recordId))
  if (!read.ok) return read
  const before = read.value
  if (before === null) return fail('gone')
  const set = differences(before, input.set)
  if (Object.keys(set).length === 0) return ok({ recordId })

  const policy = cardPolicyOf(place, desk)
  if (!policy.ok) return policy
  const { role } = desk.identity.account
  const checked = checkChange(role, before, { ...before, ...set }, policy.value)
  if (!checked.ok) return checked
  const accepted = desk.people.acceptUpdate({ opId, recordId, set, at: place.wallTime() })
  if (!accepted.ok) return accepted
  place.peopleChanged()
  desk.nudge('accepted')
  return accepted
}

function differences(before: PersonFields, set: PersonChange): Partial<PersonFields> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a parsed change
  const given = Object.keys(set) as PersonField[]
  const different = given.filter((name) => set[name] !== undefined && set[name] !== before[name])
  return Object.fromEntries(different.map((name) => [name, set[name]]))
}
