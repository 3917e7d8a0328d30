import { type Result, fail } from '../../contracts/result.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Gives a card back to its former holder, as long as the move has not left this computer. */
export function undoMove(
  place: Workplace,
  input: { readonly opId: string },
): Result<{ undone: boolean }, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = desk.people.undoMove(input.opId)
  if (!answer.ok) return answer
  if (answer.value.undone) desk.release([input.opId])
  place.peopleChanged()
  desk.nudge('accepted')
  return answer
}
