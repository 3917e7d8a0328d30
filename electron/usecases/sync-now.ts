import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { Workplace } from './ports.ts'

/** Tries at once whatever waits. */
export function syncNow(place: Workplace): Result<SyncStatus, 'signed-out'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  desk.nudge('sync-now')
  return ok(desk.status())
}
