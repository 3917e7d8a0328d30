import type { ReaderView, Tap } from '../../core/reader.ts'

/** A card at the edge of the field comes and goes several times in one movement of a hand. */
const SAME_TAP_MS = 1000

export type TapFilter = {
  /** Whether a tap is a new one: the same UID on the same reader within a second is not. */
  isNew: (tap: Tap) => boolean
  /**
   * Takes note of the readers there are. A card that lay on one when its service or process went down is
   * read again when that is back, for which nobody has tapped it.
   */
  see: (readers: readonly ReaderView[]) => void
}

export function createTapFilter(now: () => number): TapFilter {
  const last = new Map<string, { uid: string; at: number }>()
  /** What lay on readers that are gone. */
  const left = new Map<string, string>()
  let seen: readonly ReaderView[] = []

  const count = (reader: string, uid: string) => last.set(reader, { uid, at: now() })

  function comeBack(reader: string) {
    const uid = left.get(reader)
    left.delete(reader)
    if (uid !== undefined) count(reader, uid)
  }

  return {
    isNew({ reader, uid }) {
      comeBack(reader)
      const before = last.get(reader)
      if (before?.uid === uid && now() - before.at < SAME_TAP_MS) return false
      count(reader, uid)
      return true
    },
    see(readers) {
      for (const { name, slot } of seen) {
        if (slot.kind === 'card' && !has(readers, name)) left.set(name, slot.uid)
      }
      for (const { name } of readers) if (!has(seen, name)) comeBack(name)
      seen = readers
    },
  }
}

function has(readers: readonly ReaderView[], name: string): boolean {
  return readers.some((reader) => reader.name === name)
}
