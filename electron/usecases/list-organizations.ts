import { type Result, fail } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** Organizations used before, most used first. */
export function listOrganizations(
  place: Workplace,
  input: { readonly prefix: string },
): Result<string[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => [...desk.people.organizations(input.prefix)])
}
