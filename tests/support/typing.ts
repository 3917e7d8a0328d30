import type { KeyDown, KeyUp } from '../../core/wedge-rhythm.ts'
import type { Randomness } from './randomness.ts'

export type Stroke = ({ readonly down: KeyDown } | { readonly up: KeyUp }) & { readonly at: number }
type Press = {
  readonly key: string
  readonly at: number
  readonly hold: number
  readonly plain?: boolean
}

export const personKinds = [
  'steady',
  'rolled',
  'mashed',
  'swiped',
  'repeated',
  'pasted',
  'composed',
] as const

/** What a person does at the keyboard, most of it in digits: the hardest to tell from a reader. */
export function personStrokes(random: Randomness, kind: (typeof personKinds)[number]): Stroke[] {
  const text = randomText(random)
  const ended = random.chance(0.5) ? [random.pick(['Enter', 'Tab'])] : []
  const keys = keysOf(text, ...ended)
  const widest = random.pick([55, 90, 220])
  // A light touch holds a key no longer than a reader: then the pauses alone tell.
  const longest = random.pick([40, 180])
  const hold = () => between(random, 10, longest)
  switch (kind) {
    case 'steady':
      return pressed(keys, () => between(random, 50, widest), hold)
    case 'rolled': {
      let left = 0
      const gap = () => {
        left = left === 0 ? 1 + random.below(4) : left - 1
        return left === 0 ? between(random, 50, 300) : between(random, 4, 49)
      }
      return pressed(keys, gap, hold)
    }
    case 'mashed':
      return pressed(
        keys,
        () => between(random, 0, 20),
        () => between(random, 45, 250),
      )
    case 'swiped': {
      const from = random.below(4)
      const row = '1234567890'.slice(from, from + 6 + random.below(4))
      return pressed(
        keysOf(row, ...ended),
        () => between(random, 4, 38),
        () => between(random, 41, 41 + widest / 2),
      )
    }
    case 'repeated':
      return held(random.pick(keysOf(text)) ?? '1', random)
    case 'pasted':
      return strokesOf([
        { key: 'Control', at: 0, hold: 90, plain: false },
        { key: 'v', at: 60, hold: 50, plain: false },
        { key: random.pick(['Enter', 'Tab']), at: between(random, 62, 400), hold: 60 },
      ])
    case 'composed':
      return strokesOf(
        times(keys.length, () => between(random, 2, 38)).map((at) => ({
          key: random.pick(['Process', '1', '2']),
          at,
          hold: between(random, 5, 40),
          plain: false,
        })),
      )
  }
}

export type ReaderText = { readonly text: string; readonly strokes: readonly Stroke[] }

/** A reader: at least six characters, 1 to 30 ms apart and let go of in between, with its ending. */
export function readerStrokes(random: Randomness): ReaderText {
  const digits = random.chance(0.5) ? '0123456789' : '0123456789ABCDEF'
  const body = times(6 + random.below(15), () => 0).map(() => random.pick(keysOf(digits)) ?? '0')
  const text = `${random.pick(['', '', ';', '%'])}${body.join('')}${random.pick(['', '', '?'])}`
  const ending = random.pick(['Enter', 'Tab', null])
  const base = between(random, 1, 30)
  // As steady as a clock, anywhere between the fastest and the slowest, or the slowest on a clock that jitters.
  const gap = random.pick([
    () => base,
    () => between(random, 1, 30),
    () => 30 + between(random, -8, 8),
  ])
  const keys = keysOf(text, ...(ending === null ? [] : [ending]))
  const ats = times(keys.length + 1, gap)
  const presses = keys.map((key, index) => {
    const [at = 0, next = 0] = ats.slice(index)
    return { key, at, hold: (next - at) * between(random, 0.2, 0.95) }
  })
  return { text, strokes: strokesOf(presses) }
}

/** The keys of a text, and what ends it. */
export function keysOf(text: string, ...ending: readonly string[]): string[] {
  return [...text.split(''), ...ending]
}

export function strokesOf(presses: readonly Press[]): Stroke[] {
  return presses
    .flatMap(({ key, at, hold, plain = true }, index): (Stroke & { order: number })[] => {
      const code = codeOf(key)
      return [
        { at, order: index * 2 + 1, down: { key, code, at, plain } },
        { at: at + hold, order: index * 2, up: { code, at: at + hold } },
      ]
    })
    .toSorted((a, b) => a.at - b.at || a.order - b.order)
}

export function pressed(keys: readonly string[], gap: () => number, hold: () => number): Stroke[] {
  const ats = times(keys.length, gap)
  return strokesOf(keys.map((key, index) => ({ key, at: ats[index] ?? 0, hold: hold() })))
}

/** One key held until the system repeats it, about thirty times a second. */
function held(key: string, random: Randomness): Stroke[] {
  const code = codeOf(key)
  const repeats = times(5 + random.below(30), () => between(random, 28, 36)).map((at) => ({
    at: at + 250,
    down: { key, code, at: at + 250, plain: false },
  }))
  const end = (repeats.at(-1)?.at ?? 0) + 20
  return [
    { at: 0, down: { key, code, at: 0, plain: true } },
    ...repeats,
    { at: end, up: { code, at: end } },
    ...pressed(
      ['Enter'],
      () => 0,
      () => 60,
    ).map((each) => shifted(each, end + 30)),
  ]
}

function shifted(stroke: Stroke, by: number): Stroke {
  const at = stroke.at + by
  return 'down' in stroke ? { at, down: { ...stroke.down, at } } : { at, up: { ...stroke.up, at } }
}

function randomText(random: Randomness): string {
  const letters = random.pick(['0123456789', '0123456789abcdef', 'abcdefghijklmnopqrstuvwxyz.@'])
  return times(3 + random.below(14), () => 0)
    .map(() => random.pick(keysOf(letters)) ?? '0')
    .join('')
}

function codeOf(key: string): string {
  if (/^\d$/.test(key)) return `Digit${key}`
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
}

/** Times of `count` events with such gaps between them. */
function times(count: number, gap: () => number): number[] {
  let at = 0
  return Array.from({ length: count }, (_, index) => (index === 0 ? 0 : (at += gap())))
}

function between(random: Randomness, low: number, high: number): number {
  return low + random.next() * (high - low)
}
