import { type Result, fail } from '../../contracts/result.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Takes a step with somebody's card back, as long as it has not left this computer. */
export function undoCards(
  place: Workplace,
  input: { readonly opId: string },
): Result<{ undone: boolean }, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = desk.people.undoCardStep(input.opId)
  if (!answer.ok) return answer
  if (answer.value.undone) desk.release([input.opId])
  place.peopleChanged()
  desk.nudge('accepted')
  return answer
}
