import { type Result, fail } from '../../contracts/result.ts'
import type { PersonRow } from '../../core/pending-page.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** The last ones accepted at this desk, newest first. */
export function listRecent(place: Workplace): Result<PersonRow[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => [...desk.people.recent()])
}
