import { describe, expect, it } from 'vitest'
import { type Stroke, keysOf, pressed, strokesOf } from '../../tests/support/typing.ts'
import { createVirtualClock } from '../../tests/support/virtual-clock.ts'
import { type Fate, type Reading, createEar } from './ear.ts'

function createListening() {
  const clock = createVirtualClock()
  const readings: Reading<string>[] = []
  const ear = createEar<string>({
    now: clock.now,
    after: clock.after,
    onReading: (reading) => void readings.push(reading),
  })
  return { clock, readings, ear }
}

function listen(strokes: readonly Stroke[], placeAt: (index: number) => string = () => 'email') {
  const { clock, readings, ear } = createListening()
  const fates: Fate[] = []
  const start = clock.now()
  for (const stroke of strokes) {
    const at = start + stroke.at
    clock.move(at - clock.now())
    if ('up' in stroke) ear.keyUp({ ...stroke.up, at })
    else fates.push(ear.keyDown({ ...stroke.down, at }, () => placeAt(fates.length)))
  }
  clock.move(1000)
  return { readings, fates }
}

/** An ear that is handed keys when the test likes, with the times at which they were typed. */
function hearing() {
  const { clock, readings, ear } = createListening()
  let handed = 0
  return {
    readings,
    wait: (ms: number) => clock.move(ms),
    hand: (strokes: readonly Stroke[]) => {
      for (const stroke of strokes) {
        const index = handed++
        if ('up' in stroke) ear.keyUp(stroke.up)
        else ear.keyDown(stroke.down, (first) => (first ? `field ${index}` : 'same field'))
      }
    },
  }
}

const reader = (text: string, ...ending: string[]) =>
  pressed(
    keysOf(text, ...ending),
    () => 8,
    () => 3,
  )

describe('the ear for keyboard readers', () => {
  it('hears a reader with its ending, which reaches nobody', () => {
    const { readings, fates } = listen(reader('3220338716', 'Enter'))
    expect(readings).toMatchObject([{ typed: '3220338716', ending: 'Enter' }])
    expect(fates.at(-1)).toBe('swallowed')
    expect(fates.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'passes'))
  })

  it('hears a reader without an ending from the silence after it', () => {
    const { readings, fates } = listen(reader('04C43BC21C2680'))
    expect(readings).toMatchObject([{ typed: '04C43BC21C2680', ending: 'none' }])
    expect(fates).not.toContain('swallowed')
  })

  it.each([
    ['late', 60],
    ['twice', 8],
  ])('swallows an Enter that comes %s', (how, gap) => {
    const first = how === 'twice' ? reader('3220338716', 'Enter') : reader('3220338716')
    const last = first.at(-1)?.at ?? 0
    const { readings, fates } = listen([
      ...first,
      ...strokesOf([{ key: 'Enter', at: last + gap, hold: 3 }]),
    ])
    expect(readings).toHaveLength(1)
    expect(fates.at(-1)).toBe('swallowed')
  })

  it.each([
    ['90 ms late, before it tells', 90, ['36070701978600452']],
    ['200 ms late, before it tells', 200, ['36070701978600452']],
    [
      'later, by telling again, with the new keys to take back',
      400,
      ['36070701', '36070701978600452'],
    ],
  ])('hears the whole of what is handed over %s', (_, lateMs, told) => {
    const { readings, hand, wait } = hearing()
    const strokes = reader('36070701978600452', 'Enter')
    hand(strokes.slice(0, 16))
    wait(lateMs)
    hand(strokes.slice(16))
    wait(1000)
    expect(readings.map(({ typed }) => typed)).toEqual(told)
    expect(readings.at(-1)).toMatchObject({ ending: 'Enter', place: 'field 0' })
    const takenBack = readings.flatMap(({ keys }) => keys)
    expect(takenBack.map(({ key }) => key).join('')).toBe('36070701978600452')
  })

  it.each([
    ['an Enter', { key: 'Enter', at: 80, hold: 3 }],
    ["a person's key", { key: 'o', at: 80, hold: 80 }],
  ])('tells no reading again for %s alone', (_, last) => {
    const { readings, hand, wait } = hearing()
    hand(reader('3220338716'))
    wait(1000)
    hand(strokesOf([last]))
    wait(1000)
    expect(readings.map(({ typed }) => typed)).toEqual(['3220338716'])
  })

  it('leaves a person everything: characters, Enter and Tab', () => {
    const keys = keysOf('3220338716', 'Enter', 'Tab')
    const person = pressed(
      keys,
      () => 50,
      () => 30,
    )
    const { readings, fates } = listen(person)
    expect(readings).toEqual([])
    expect(new Set(fates)).toEqual(new Set(['passes']))
  })

  it('says into which field each key went, and whose it was', () => {
    const mixed = strokesOf([
      ...keysOf('3220338716').map((key, index) => ({ key, at: index * 8, hold: 3 })),
      { key: 'o', at: 37, hold: 80 },
    ])
    const { readings } = listen(mixed, (index) => (index < 5 ? 'email' : 'role'))
    expect(readings[0]?.typed).toBe('3220338716')
    expect(readings[0]?.keys.filter(({ mine }) => !mine)).toEqual([
      { key: 'o', mine: false, place: 'role' },
    ])
    expect(readings[0]?.keys[0]).toEqual({ key: '3', mine: true, place: 'email' })
  })

  it('hears two readings in a row apart', () => {
    const second = pressed(
      keysOf('0477688511', 'Enter'),
      () => 8,
      () => 3,
    )
    const later = second.map((each) =>
      'down' in each
        ? { at: each.at + 400, down: { ...each.down, at: each.at + 400 } }
        : { at: each.at + 400, up: { ...each.up, at: each.at + 400 } },
    )
    const { readings } = listen([...reader('3220338716'), ...later])
    expect(readings.map(({ typed }) => typed)).toEqual(['3220338716', '0477688511'])
  })

  it('takes no word for a reader because Backspace follows it at once', () => {
    const { readings } = listen(reader('3220338716', 'Backspace'))
    expect(readings).toEqual([])
  })
})
