import { type Result, fail, ok } from '../../contracts/result.ts'
import type { KeptOpen } from '../../core/kept-open.ts'
import type { Workplace } from './ports.ts'

/** Keeps what the window is about to lose with its page, until it asks for it. */
export function keepOpen(place: Workplace, open: KeptOpen): Result<void, 'signed-out'> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : ok(place.lock.keep(desk.identity, open))
}

export function takeKept(place: Workplace): Result<KeptOpen, 'signed-out'> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : ok(place.lock.takeKept(desk.identity))
}
