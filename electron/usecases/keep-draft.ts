import { type Result, fail } from '../../contracts/result.ts'
import type { KeptForms } from '../../core/draft.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Keeps what is typed through a crash. */
export function keepDraft(
  place: Workplace,
  kept: KeptForms,
): Result<void, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : desk.people.keepDraft(kept)
}
