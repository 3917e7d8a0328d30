import { type Result, fail } from '../../contracts/result.ts'
import type { Directory } from '../../core/directory.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** Groups, resources and schedules as last pulled. */
export function readDirectory(place: Workplace): Result<Directory, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => desk.directory.get())
}
