import { type Result, ok } from '../../contracts/result.ts'
import type { ReaderNote } from '../../core/desk-reader.ts'
import type { Workplace } from './ports.ts'

/** What this computer remembers about readers; what cannot be read counts as not noted. */
export function readReaders(place: Workplace): Result<ReaderNote[], never> {
  const read = place.reading(() => place.profile.readers())
  return ok(read.ok ? [...read.value] : [])
}
