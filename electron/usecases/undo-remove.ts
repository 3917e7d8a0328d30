import { type Result, fail, ok } from '../../contracts/result.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Takes deletions back that have not left this computer; of others nothing can be undone. */
export function undoRemove(
  place: Workplace,
  input: { readonly opIds: readonly string[] },
): Result<{ undone: number }, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = desk.people.undoDeletes(input.opIds)
  if (!answer.ok) return answer
  const { undone } = answer.value
  desk.release(undone)
  place.peopleChanged()
  desk.nudge('accepted')
  return ok({ undone: undone.length })
}
