import { isLikeCardNumber } from './wedge-letters.ts'

/** A key going down. Times are milliseconds of one clock; `code` is the position of the key, `key` its meaning. */
export type KeyDown = {
  readonly key: string
  readonly code: string
  readonly at: number
  /** False for shortcuts, keys held down until they repeat, and whatever an input method takes. */
  readonly plain: boolean
}
export type KeyUp = Pick<KeyDown, 'code' | 'at'>

export type PressedKey = {
  readonly key: string
  readonly code: string
  readonly at: number
  readonly up: number | null
}

/** The keys that followed each other too fast for most people, and what ended them. */
export type Rhythm = {
  readonly keys: readonly PressedKey[]
  readonly ending: { readonly key: 'Enter' | 'Tab'; readonly at: number } | null
}

/** `of` are the keys of the reader in order; the other keys of the rhythm are a person's. */
export type Verdict =
  | { readonly kind: 'person' }
  /** Not to be told yet; to be asked again at `at`, or with the next key. */
  | { readonly kind: 'open'; readonly at: number }
  | {
      readonly kind: 'reader'
      readonly of: readonly PressedKey[]
      readonly ending: 'Enter' | 'Tab' | 'none'
    }

export const stillness: Rhythm = { keys: [], ending: null }

/** Readers leave 1 to 30 ms between two keys, and the clock may be 10 ms late; people leave 50 and more. */
const MAX_GAP_MS = 40
/** Two USB reports make a key: what comes faster is a jam of keys that is let go at once. */
const MIN_MEAN_GAP_MS = 0.5
/** A reader lets go of a key before the next one; a finger rests on it for 50 ms and more. */
const MAX_HOLD_MS = 40
const MIN_KEYS = 6

const person = { kind: 'person' } as const

/**
 * The rhythm with one more key. What the rhythm was until then is gone when the key begins a new one:
 * ask for its verdict at the time of the key first.
 */
export function withKeyDown(rhythm: Rhythm, down: KeyDown): Rhythm {
  if (between.has(down.key)) return rhythm
  if (!down.plain) return stillness
  const goesOn = rhythm.ending === null && down.at - lastAt(rhythm) <= MAX_GAP_MS
  if (down.key === 'Enter' || down.key === 'Tab') {
    if (!goesOn) return stillness
    return { keys: rhythm.keys, ending: { key: down.key, at: down.at } }
  }
  if (!isCharacter(down)) return stillness
  const { key, code, at } = down
  return { keys: [...(goesOn ? rhythm.keys : []), { key, code, at, up: null }], ending: null }
}

export function withKeyUp(rhythm: Rhythm, { code, at }: KeyUp): Rhythm {
  const index = rhythm.keys.findLastIndex((each) => each.code === code && each.up === null)
  if (index === -1) return rhythm
  return {
    ...rhythm,
    keys: rhythm.keys.map((each, place) => (place === index ? { ...each, up: at } : each)),
  }
}

/** Who typed this. A person's keys that fell between those of a reader are told apart by how long they are held. */
export function verdictAt(rhythm: Rhythm, now: number): Verdict {
  const { keys, ending } = rhythm
  if (keys.length < MIN_KEYS) return person
  const quietAt = lastAt(rhythm) + MAX_GAP_MS + 1
  if (ending === null && now < quietAt) return { kind: 'open', at: quietAt }
  const held = keys.filter(({ up }) => up === null)
  const knownAt = Math.max(...held.map(({ at }) => at + MAX_HOLD_MS + 1))
  if (held.length > 0 && now < knownAt) return { kind: 'open', at: knownAt }
  const of = keys.filter((each) => !isHeld(each, rhythm))
  return isReading(of, ending?.at) ? { kind: 'reader', of, ending: ending?.key ?? 'none' } : person
}

/**
 * Whether a reader has typed so far, so that what its last key would set off must be stopped. Only keys that
 * were let go of count: no later verdict gives a swallowed key back to a person.
 */
export function readsSoFar(rhythm: Rhythm): boolean {
  const released = rhythm.keys.filter((each) => each.up !== null && !isHeld(each, rhythm))
  return isReading(released, rhythm.ending?.at)
}

/** Keys that readers press between two characters. */
const between = new Set(['Shift', 'CapsLock', 'NumLock'])

/** A key of the number pad is a digit by its place, even where it moves the cursor. */
function isCharacter({ key, code }: KeyDown): boolean {
  return key.length === 1 || /^Numpad\d$/.test(code)
}

function lastAt({ keys, ending }: Rhythm): number {
  return ending?.at ?? keys.at(-1)?.at ?? Number.NEGATIVE_INFINITY
}

function isHeld(key: PressedKey, { keys, ending }: Rhythm): boolean {
  if (key.up === null || key.up - key.at > MAX_HOLD_MS) return true
  const up = key.up
  const downs = [...keys.map(({ at }) => at), ...(ending === null ? [] : [ending.at])]
  return downs.filter((at) => at > key.at && at < up).length >= 2
}

function isReading(of: readonly PressedKey[], endedAt: number | undefined): boolean {
  if (of.length < MIN_KEYS) return false
  const times = [...of.map(({ at }) => at), ...(endedAt === undefined ? [] : [endedAt])]
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  if (gaps.some((gap) => gap > MAX_GAP_MS)) return false
  return mean >= MIN_MEAN_GAP_MS && isLikeCardNumber(of)
}
