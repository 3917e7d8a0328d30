import { type WedgeText, wedgeText } from '../../core/wedge-letters.ts'
import {
  type KeyDown,
  type KeyUp,
  type PressedKey,
  type Rhythm,
  readsSoFar,
  stillness,
  verdictAt,
  withKeyDown,
  withKeyUp,
} from '../../core/wedge-rhythm.ts'

/** A key that went into `place`, a field or wherever the focus was. */
export type PlacedKey<Place> = {
  readonly key: string
  /** Whether the reader typed it. */
  readonly mine: boolean
  readonly place: Place
}

export type Reading<Place> = WedgeText & {
  readonly ending: 'Enter' | 'Tab' | 'none'
  /** Where its first key went. */
  readonly place: Place
  /** Those that have not been told with an earlier part of it. */
  readonly keys: readonly PlacedKey<Place>[]
}

export type EarDeps<Place> = {
  /** Milliseconds on the clock of the keys. */
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly onReading: (reading: Reading<Place>) => void
}

/** What becomes of a key: readers' endings are swallowed, and their characters set nothing off. */
export type Fate = 'passes' | 'quiet' | 'swallowed'

/**
 * The times of keys are right, but a busy system hands them over late. Half a number would be another card, so
 * that whoever leaves out the ending is given longer.
 */
const HANDED_LATE_MS = { ended: 100, open: 250 }

/** Readers may send their Enter late or twice; a person does not answer a reading that fast. */
const LATE_ENDING_MS = 150

/** Listens to the keyboard for readers. Keys take their usual way until a reader is recognised. */
export function createEar<Place>(deps: EarDeps<Place>) {
  let rhythm: Rhythm = stillness
  let places: readonly Place[] = []
  /** What was told from the silence after it, in case more of it is handed over later still. */
  let told: {
    readonly of: number
    readonly rhythm: Rhythm
    readonly places: readonly Place[]
  } | null = null
  let takenBack = 0
  let heardAt = Number.NEGATIVE_INFINITY
  let callOff = () => {}

  function conclude(now: number) {
    const verdict = verdictAt(rhythm, now)
    if (verdict.kind === 'open') {
      const late = rhythm.ending === null ? HANDED_LATE_MS.open : HANDED_LATE_MS.ended
      const wait = Math.max(0, verdict.at - deps.now()) + late
      callOff = deps.after(wait, () => conclude(deps.now()))
      return
    }
    if (verdict.kind === 'person') return
    const { of, ending } = verdict
    const mine = new Set<PressedKey>(of)
    const [place] = places
    const hasMore = takenBack === 0 || of.length > (told?.of ?? 0)
    if (place === undefined || !hasMore) return
    const keys = rhythm.keys.flatMap((each, index) => {
      const its = places[index]
      return its === undefined ? [] : [{ key: each.key, mine: mine.has(each), place: its }]
    })
    heardAt = rhythm.ending?.at ?? of.at(-1)?.at ?? now
    told = { of: of.length, rhythm, places }
    rhythm = stillness
    deps.onReading({ ...wedgeText(of), ending, place, keys: keys.slice(takenBack) })
  }

  /** Goes back to what was told already when the key was typed right after it. */
  function resume(down: KeyDown) {
    if (told === null || rhythm !== stillness || down.key === 'Enter' || down.key === 'Tab') return
    const next = withKeyDown(told.rhythm, down)
    if (next.keys.length <= told.rhythm.keys.length) return
    ;({ rhythm, places } = told)
    takenBack = places.length
  }

  return {
    /** `place` is asked only for keys that may be a reader's, `first` for the first of them. */
    keyDown(down: KeyDown, place: (first: boolean) => Place): Fate {
      resume(down)
      const next = withKeyDown(rhythm, down)
      let reads = false
      if (next !== rhythm) {
        callOff()
        if (next.keys[0] !== rhythm.keys[0]) {
          conclude(rhythm.ending === null ? down.at : Number.POSITIVE_INFINITY)
          callOff()
          places = []
          takenBack = 0
        }
        rhythm = next
        const first = places.length === takenBack
        if (next.keys.length > places.length) places = [...places, place(first)]
        reads = readsSoFar(next)
        conclude(down.at)
      }
      if (!down.plain || (down.key !== 'Enter' && down.key !== 'Tab')) {
        return reads ? 'quiet' : 'passes'
      }
      const late = down.at - heardAt <= LATE_ENDING_MS
      if (late) heardAt = down.at
      return reads || late ? 'swallowed' : 'passes'
    },
    keyUp(up: KeyUp) {
      rhythm = withKeyUp(rhythm, up)
      if (rhythm.ending === null) return
      callOff()
      conclude(up.at)
    },
    stop: () => callOff(),
  }
}
