import { type Result, fail } from '../../contracts/result.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Gives a parked operation up; what waited behind it goes on. */
export function discardParked(
  place: Workplace,
  input: { readonly opId: string },
): Result<void, WriteRefusal | 'signed-out' | 'not-parked'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const discarded = desk.people.discardParked(input.opId)
  if (!discarded.ok) return discarded
  place.peopleChanged()
  desk.nudge('accepted')
  return discarded
}
