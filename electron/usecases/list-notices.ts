import { type Result, fail } from '../../contracts/result.ts'
import type { Notice } from '../../core/notice.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** What ended without doing what was asked, newest first. */
export function listNotices(place: Workplace): Result<Notice[], 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => [...desk.people.notices()])
}
