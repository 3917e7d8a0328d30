import { describe, expect, it } from 'vitest'
import { createRandomness } from '../tests/support/randomness.ts'
import {
  type Stroke,
  keysOf,
  personKinds,
  personStrokes,
  pressed,
  readerStrokes,
  strokesOf,
} from '../tests/support/typing.ts'
import {
  type Rhythm,
  readsSoFar,
  stillness,
  verdictAt,
  withKeyDown,
  withKeyUp,
} from './wedge-rhythm.ts'

/** Everything that was taken for a reader in a stretch of typing, and how many endings were swallowed. */
function listen(strokes: readonly Stroke[]) {
  const readings: { text: string; ending: string }[] = []
  let swallowed = 0
  let rhythm: Rhythm = stillness
  const conclude = (now: number) => {
    const verdict = verdictAt(rhythm, now)
    if (verdict.kind !== 'reader') return
    readings.push({ text: verdict.of.map(({ key }) => key).join(''), ending: verdict.ending })
    rhythm = stillness
  }
  for (const stroke of strokes) {
    if ('up' in stroke) {
      rhythm = withKeyUp(rhythm, stroke.up)
      continue
    }
    conclude(stroke.at)
    rhythm = withKeyDown(rhythm, stroke.down)
    if (rhythm.ending !== null && readsSoFar(rhythm)) swallowed += 1
  }
  conclude(Number.POSITIVE_INFINITY)
  return { readings, swallowed }
}

const every = (gap: number) => () => gap
const read = (keys: readonly string[], gap: number, hold = gap / 2) =>
  listen(pressed(keys, every(gap), every(hold))).readings

describe('the rhythm of a keyboard reader', () => {
  it('takes no person for a reader in 100,000 stretches of typing', { timeout: 30_000 }, () => {
    const seed = 20_260_131
    const random = createRandomness(seed)
    const mistaken: string[] = []
    for (let run = 0; run < 100_000; run += 1) {
      const kind = personKinds[run % personKinds.length] ?? 'steady'
      const { readings, swallowed } = listen(personStrokes(random, kind))
      if (readings.length + swallowed > 0) mistaken.push(`${kind}, run ${run}, seed ${seed}`)
    }
    expect(mistaken).toEqual([])
  })

  it(
    'knows every reader of 20,000, with its whole text, whatever its ending',
    { timeout: 30_000 },
    () => {
      const random = createRandomness(7)
      const missed: string[] = []
      for (let run = 0; run < 20_000; run += 1) {
        const { text, strokes } = readerStrokes(random)
        const { readings } = listen(strokes)
        if (readings.length !== 1 || readings[0]?.text !== text) missed.push(text)
      }
      expect(missed).toEqual([])
    },
  )

  it.each([1, 5, 10, 30])('knows a reader that leaves %d ms between two keys', (gap) => {
    expect(read(keysOf('3220338716', 'Enter'), gap)).toEqual([
      { text: '3220338716', ending: 'Enter' },
    ])
    expect(read(keysOf('04C43BC21C2680', 'Tab'), gap)).toMatchObject([{ ending: 'Tab' }])
    expect(read(keysOf('04C43BC21C2680'), gap)).toMatchObject([{ ending: 'none' }])
  })

  it.each([
    ['fewer than six characters', keysOf('12345', 'Enter'), 5, 2],
    ['50 ms between two keys', keysOf('3220338716', 'Enter'), 50, 25],
    ['keys held as fingers hold them', keysOf('3220338716', 'Enter'), 20, 60],
    ['words, however fast', keysOf('keys@example', 'Enter'), 5, 2],
    ['a jam of keys let go at once', keysOf('3220338716', 'Enter'), 0.2, 0.1],
  ] as const)('leaves alone: %s', (_what, keys, gap, hold) => {
    expect(read(keys, gap, hold)).toEqual([])
  })

  it('tells a key that a person presses meanwhile from those of the reader', () => {
    const reader = keysOf('04C43BC21C2680').map((key, index) => ({ key, at: index * 10, hold: 4 }))
    const strokes = strokesOf([
      ...reader,
      { key: 'o', at: 47, hold: 70 },
      { key: 'Enter', at: 140, hold: 4 },
    ])
    expect(listen(strokes)).toEqual({
      readings: [{ text: '04C43BC21C2680', ending: 'Enter' }],
      swallowed: 1,
    })
  })

  it('does not count the last key of a person as the first of the reader', () => {
    const reader = keysOf('3220338716').map((key, index) => ({ key, at: 15 + index * 10, hold: 4 }))
    const strokes = strokesOf([{ key: 'x', at: 0, hold: 80 }, ...reader])
    expect(listen(strokes).readings).toEqual([{ text: '3220338716', ending: 'none' }])
  })

  it('reads the number pad by position, where it moves the cursor too', () => {
    const down = (at: number) => ({ key: 'End', code: 'Numpad1', at, plain: true })
    let rhythm: Rhythm = stillness
    for (let at = 0; at < 80; at += 10) {
      rhythm = withKeyUp(withKeyDown(rhythm, down(at)), { code: 'Numpad1', at: at + 4 })
    }
    expect(verdictAt(rhythm, 200)).toMatchObject({ kind: 'reader', ending: 'none' })
  })
})
