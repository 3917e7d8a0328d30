import { bytesOf } from './bytes.ts'
import type { Pattern } from './pattern.ts'

/**
 * Which bytes of a UID a reader passes on, most significant first. "First" and "last" are meant in the
 * card's own order; "reversed" turns around what was taken.
 */
export type CutId =
  | 'card'
  | 'reversed'
  | 'first-4'
  | 'first-4-reversed'
  | 'last-4'
  | 'last-4-reversed'
  | 'first-3'
  | 'first-3-reversed'
  | 'last-3'
  | 'last-3-reversed'
  | 'last-5' // of which forms of 35 bits take the low ones
  | 'first-5-reversed'
  | 'cascade' // 88 and the first three bytes: what a reader sees that stops after one level (ISO 14443-3, 6.5.4)
  | 'cascade-reversed'

const cascadeTag = '88'

/** Places of the UID's bytes; `tag` is the cascade tag, which is no byte of the UID. */
type Places = readonly (number | 'tag')[]

/** The bytes that the cut takes, as hexadecimal. */
export function cutFrom(uid: string, cut: CutId): string {
  const bytes = bytesOf(uid)
  return placesOf(cut, bytes.length)
    .map((place) => (place === 'tag' ? cascadeTag : bytes[place]))
    .join('')
}

export function bytesTaken(cut: CutId, length: number): number {
  return placesOf(cut, length).length
}

/** What the taken bytes say of a UID of `length` bytes; null when no UID could have given them. */
export function uncut(taken: Pattern, cut: CutId, length: number): Pattern | null {
  const values = Array.from({ length }, () => '00')
  const masks = Array.from({ length }, () => '00')
  const [value, mask] = [bytesOf(taken.value), bytesOf(taken.mask)]
  for (const [at, place] of placesOf(cut, length).entries()) {
    if (place !== 'tag') {
      values[place] = value[at] ?? '00'
      masks[place] = mask[at] ?? '00'
    } else if (value[at] !== cascadeTag) return null
  }
  return { value: values.join(''), mask: masks.join('') }
}

function placesOf(cut: CutId, length: number): Places {
  const all = Array.from({ length }, (_, at) => at)
  switch (cut) {
    case 'card':
      return all
    case 'reversed':
      return all.toReversed()
    case 'first-4':
      return all.slice(0, 4)
    case 'first-4-reversed':
      return all.slice(0, 4).toReversed()
    case 'last-4':
      return all.slice(-4)
    case 'last-4-reversed':
      return all.slice(-4).toReversed()
    case 'first-3':
      return all.slice(0, 3)
    case 'first-3-reversed':
      return all.slice(0, 3).toReversed()
    case 'last-3':
      return all.slice(-3)
    case 'last-3-reversed':
      return all.slice(-3).toReversed()
    case 'last-5':
      return all.slice(-5)
    case 'first-5-reversed':
      return all.slice(0, 5).toReversed()
    case 'cascade':
      return ['tag', ...all.slice(0, 3)]
    case 'cascade-reversed':
      return [...all.slice(0, 3).toReversed(), 'tag']
  }
}
