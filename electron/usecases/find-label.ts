import { type Result, fail } from '../../contracts/result.ts'
import { nextLabel } from '../../core/card-profile.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

/** What stands on a card, or is to be written on it; null: nothing that is known here. */
export function findLabel(
  place: Workplace,
  { uid }: { readonly uid: string },
): Result<string | null, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => desk.loose.labelOf(uid) ?? labelAfter(desk))
}

/** The one after the highest that is known here; null where the account has no roll, or it is at its end. */
export function labelAfter({ directory, people }: OpenDesk): string | null {
  const { surface } = directory.get().cardProfile
  return surface.kind === 'label' ? nextLabel(surface, people.highestLabel(surface)) : null
}
