import { type Result, fail } from '../../contracts/result.ts'
import type { Draft } from '../../core/draft.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The form as it stood when it was left; null when it was sent or discarded. */
export function readDraft(place: Workplace): Result<Draft | null, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => desk.people.draft())
}
