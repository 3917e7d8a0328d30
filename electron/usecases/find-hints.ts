import { type Result, fail } from '../../contracts/result.ts'
import type { Hints, HintsQuery } from '../../core/hints.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** What this computer knows of an email or a card: from this desk, then from the person's other desks. */
export function findHints(
  place: Workplace,
  query: HintsQuery,
): Result<Hints, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => {
    const own = desk.people.hints(query)
    if (own.email !== null || query.email === null) return own
    const user = place.userElsewhere(desk.identity, query.email)
    return { ...own, email: user === null ? null : { kind: 'elsewhere' as const, ...user } }
  })
}
