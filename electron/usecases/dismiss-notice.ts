import { type Result, fail } from '../../contracts/result.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** A notice was read; the log keeps what it told. */
export function dismissNotice(
  place: Workplace,
  input: { readonly opId: string },
): Result<void, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const dismissed = desk.people.dismissNotice(input.opId)
  if (dismissed.ok) place.peopleChanged()
  return dismissed
}
