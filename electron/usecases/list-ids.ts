import { type Result, fail } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** Pending invitations that match, for a selection across pages. */
export function listIds(
  place: Workplace,
  input: { readonly search: string },
): Result<string[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => [...desk.people.ids(input.search)])
}
