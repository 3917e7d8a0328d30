import { type Result, fail } from '../../contracts/result.ts'
import { nextLabel } from '../../core/card-profile.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The label after the highest one known here; null where the account has no roll, or it is at its end. */
export function findNextLabel(
  place: Workplace,
): Result<string | null, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => {
    const { surface } = desk.directory.get().cardProfile
    return surface.kind === 'label' ? nextLabel(surface, desk.people.highestLabel(surface)) : null
  })
}
