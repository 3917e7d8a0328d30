import { type Result, fail } from '../../contracts/result.ts'
import { outsideRegion } from '../../core/operation.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { checkCardMove, holdMove } from './card-move-rules.ts'
import type { Workplace } from './ports.ts'

/** Takes the card of a refused operation from whom the cloud named, and sends the rest again. */
export function moveParked(
  place: Workplace,
  input: { readonly opId: string; readonly newOpId: string; readonly moveOpId: string },
): Result<
  { recordId: string },
  StoreRefusal | 'signed-out' | 'not-parked' | 'gone' | 'move-not-allowed'
> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const parked = place.reading(() => desk.people.parked())
  if (!parked.ok) return parked
  const problem = parked.value.find(({ opId }) => opId === input.opId)?.problem
  const fromRecordId = problem?.code === 'card.taken' ? problem.holder.id : null
  if (fromRecordId === outsideRegion.id) return fail('move-not-allowed')
  const allowed = checkCardMove(place, desk, fromRecordId)
  if (!allowed.ok) return allowed
  const moved = desk.people.moveParked({ ...input, at: place.wallTime() })
  if (!moved.ok) return moved
  holdMove(desk, { opId: input.moveOpId })
  place.peopleChanged()
  desk.nudge('accepted')
  return moved
}
