import { type Result, fail } from '../../contracts/result.ts'
import type { RosterPerson } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** Members of a user group who have no card yet. */
export function listMembers(
  place: Workplace,
  { groupId }: { readonly groupId: string },
): Result<Omit<RosterPerson, 'opId'>[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => [...desk.rosters.cardlessMembers(groupId)])
}
