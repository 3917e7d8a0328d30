import { type Result, ok } from '../../contracts/result.ts'
import type { ReaderChange } from '../../core/desk-reader.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { Workplace } from './ports.ts'
import { readReaders } from './read-readers.ts'

/** Names, mutes, ignores or switches a reader; kept for everybody who works at this computer. */
export function changeReader(place: Workplace, change: ReaderChange): Result<void, WriteRefusal> {
  const kept = place.profile.changeReader(change)
  if (!kept.ok) return kept
  const notes = readReaders(place)
  if (notes.ok) place.readersChanged(notes.value)
  return ok()
}
