import { type Result, fail } from '../../contracts/result.ts'
import type { RosterPerson, RosterSource, RosterView } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { showRoster } from './show-roster.ts'

/**
 * Starts a list. Who is known here by their email already gets a card instead of a second invitation.
 */
export function createRoster(
  place: Workplace,
  input: {
    readonly rosterId: string
    readonly title: string
    readonly source: RosterSource
    readonly people: readonly RosterPerson[]
  },
): Result<RosterView, 'signed-out' | 'invalid' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const people = place.reading(() => input.people.map((person) => recognised(desk, person)))
  if (!people.ok) return people
  const at = place.wallTime()
  const created = desk.rosters.create({ ...input, people: people.value, at })
  if (!created.ok) return created
  const shown = showRoster(place, desk, input.rosterId)
  return shown.ok ? shown : fail(shown.code === 'gone' ? 'invalid' : shown.code)
}

function recognised(desk: OpenDesk, person: RosterPerson): RosterPerson {
  const { email, recordId } = person
  if (email === null || recordId !== null) return person
  const known = desk.people.hints({ email, cardId: null, surfaceId: null, except: null }).email
  const isHere = known !== null && known.kind !== 'elsewhere'
  return isHere ? { ...person, recordId: known.recordId } : person
}
