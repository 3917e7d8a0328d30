import { noteOf } from '../../core/desk-reader.ts'
import { readReaders } from './read-readers.ts'
import type { Workplace } from './ports.ts'

/** What the log calls a reader: as the person named it, else by its own name. */
export function readerLabel(place: Workplace, reader: string | null): string | null {
  if (reader === null) return null
  const notes = readReaders(place)
  return (notes.ok ? noteOf(notes.value, reader).label : null) ?? reader
}
