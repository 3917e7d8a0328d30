import { type Result, fail, ok } from '../../contracts/result.ts'
import type { RosterStep, RosterView } from '../../core/roster/roster.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { showRoster } from './show-roster.ts'

type One = { readonly rosterId: string }
type Shown = Result<RosterView, 'signed-out' | StoreRefusal | 'gone'>

/** Goes on with a list where it was, or only looks at it. */
export function openRoster(
  place: Workplace,
  { rosterId, run: wanted }: One & { readonly run: boolean },
): Shown {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const run = wanted ? desk.rosters.run(rosterId) : ok()
  return run.ok ? showRoster(place, desk, rosterId) : run
}

/** Leaves the list as it is. */
export function pauseRoster(
  place: Workplace,
  _roster: One,
): Result<void, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : desk.rosters.run(null)
}

export function finishRoster(place: Workplace, { rosterId }: One): Shown {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const finished = desk.rosters.finish(rosterId, place.wallTime())
  return finished.ok ? showRoster(place, desk, rosterId) : finished
}

/** Passes somebody over, or takes somebody out of turn. */
export function stepRoster(
  place: Workplace,
  { rosterId, step }: One & { readonly step: RosterStep },
): Shown {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const done = desk.rosters.step(rosterId, step, place.wallTime())
  return done.ok ? showRoster(place, desk, rosterId) : done
}
