import { type Result, fail, ok } from '../../contracts/result.ts'
import type { CardMove } from '../../core/card-move.ts'
import type { PersonChange, PersonField, PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { checkCardMove, holdMove } from './card-move-rules.ts'
import { rulesOf } from './card-policy-of.ts'
import { type PersonRefusal, checkChange } from './person-rules.ts'
import { readerLabel } from './reader-label.ts'
import type { Workplace } from './ports.ts'

/** Records a change to somebody who is there; what is already so is not asked for again. */
export function updatePerson(
  place: Workplace,
  input: {
    readonly opId: string
    readonly recordId: string
    readonly set: PersonChange
    readonly move: CardMove | null
    readonly reader: string | null
  },
): Result<
  { recordId: string },
  PersonRefusal | StoreRefusal | 'signed-out' | 'gone' | 'move-not-allowed'
> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { opId, recordId, move } = input
  const read = place.reading(() => desk.people.fields(recordId))
  if (!read.ok) return read
  const before = read.value
  if (before === null) return fail('gone')
  const set = differences(before, input.set)
  if (Object.keys(set).length === 0) return ok({ recordId })

  const rules = rulesOf(place, desk)
  if (!rules.ok) return rules
  const { role } = desk.identity.account
  const checked = checkChange(role, before, { ...before, ...set }, rules.value)
  if (!checked.ok) return checked
  const allowed = checkCardMove(place, desk, move?.fromRecordId ?? null)
  if (!allowed.ok) return allowed
  const at = place.wallTime()
  // Of a card that is moved Surface ID is what the form says, also where that is what it was.
  const { surfaceId } = { ...before, ...set }
  const whole = move === null ? set : { ...set, surfaceId }
  const reader = readerLabel(place, input.reader)
  const accepted = desk.people.acceptUpdate({ opId, recordId, set: whole, at, move, reader })
  if (!accepted.ok) return accepted
  holdMove(desk, move)
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
