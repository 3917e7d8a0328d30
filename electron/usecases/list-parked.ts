import { type Result, fail } from '../../contracts/result.ts'
import type { ParkedRow } from '../../core/pending-page.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** What waits for a person's decision. */
export function listParked(place: Workplace): Result<ParkedRow[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => [...desk.people.parked()])
}
