import { type Result, fail } from '../../contracts/result.ts'
import type { Draft } from '../../core/draft.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'

/** Keeps what is typed through a crash; null once it was sent or discarded. */
export function keepDraft(
  place: Workplace,
  input: { readonly draft: Draft | null },
): Result<void, 'signed-out' | WriteRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : desk.people.keepDraft(input.draft)
}
