import { type Result, fail } from '../../contracts/result.ts'
import type { KeptForms } from '../../core/draft.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The form as it stood when it was left, and those that were set aside. */
export function readDraft(place: Workplace): Result<KeptForms, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => desk.people.draft())
}
