import { type Result, fail } from '../../contracts/result.ts'
import type { CardMove } from '../../core/card-move.ts'
import type { PersonFields } from '../../core/person.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { checkCardMove, holdMove } from './card-move-rules.ts'
import { rulesOf } from './card-policy-of.ts'
import { type PersonRefusal, checkPerson } from './person-rules.ts'
import { readerLabel } from './reader-label.ts'
import type { Workplace } from './ports.ts'

/** Answers once the invitation is safe on this computer; the way to the cloud is not waited for. */
export function sendInvitation(
  place: Workplace,
  input: {
    readonly opId: string
    readonly fields: PersonFields
    readonly move: CardMove | null
    readonly reader: string | null
  },
): Result<{ recordId: string }, PersonRefusal | StoreRefusal | 'signed-out' | 'move-not-allowed'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const rules = rulesOf(place, desk)
  if (!rules.ok) return rules
  const checked = checkPerson(desk.identity.account.role, input.fields, rules.value)
  if (!checked.ok) return checked
  const { opId, move } = input
  const allowed = checkCardMove(place, desk, move?.fromRecordId ?? null)
  if (!allowed.ok) return allowed
  const at = place.wallTime()
  const reader = readerLabel(place, input.reader)
  const accepted = desk.people.acceptCreate({ opId, fields: checked.value, at, move, reader })
  if (!accepted.ok) return accepted
  holdMove(desk, move)
  place.peopleChanged()
  desk.nudge('accepted')
  return accepted
}
