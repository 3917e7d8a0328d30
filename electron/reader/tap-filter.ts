import type { Tap } from '../../core/reader.ts'

/** A card at the edge of the field comes and goes several times in one movement of a hand. */
const SAME_TAP_MS = 1000

/** Tells whether a tap is a new one: the same UID on the same reader within a second is not. */
export function createTapFilter(now: () => number): (tap: Tap) => boolean {
  const last = new Map<string, { uid: string; at: number }>()
  return ({ reader, uid }) => {
    const at = now()
    const before = last.get(reader)
    if (before?.uid === uid && at - before.at < SAME_TAP_MS) return false
    last.set(reader, { uid, at })
    return true
  }
}
