import { type Result, fail } from '../../contracts/result.ts'
import type { PendingPage, PendingQuery } from '../../core/pending-page.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** A page of users, registered or without email, those not yet in the cloud included. */
export function listUsers(
  place: Workplace,
  query: PendingQuery,
): Result<PendingPage, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => desk.people.usersPage(query))
}
