import { describe, expect, it } from 'vitest'
import { type Presentation, type ReaderHistory, brokenReaderPromises } from './reader-invariants.ts'

const first: Presentation = { reader: 'left', uid: 'A1', laidAt: 0, leftAt: 1500, readableAt: 100 }
const next: Presentation = {
  reader: 'left',
  uid: 'B2',
  laidAt: 2000,
  leftAt: null,
  readableAt: 2000,
}
const see = (uid: string, at: number, reader = 'left') => ({ reader, uid, at })

const good: ReaderHistory = {
  presentations: [first, next],
  taps: [see('A1', 200), see('B2', 2100)],
  states: [see('A1', 210), see('B2', 2110)],
  endedAt: 4000,
}
const broken = (change: Partial<ReaderHistory>) => brokenReaderPromises({ ...good, ...change })

describe('what readers promise', () => {
  it('holds for cards that are read once each, while they lie there', () => {
    expect(brokenReaderPromises(good)).toEqual([])
  })

  it.each([
    ['a UID that never lay there', [...good.taps, see('C3', 2200)], 'wrong UID'],
    ['a UID of the other reader', [...good.taps, see('A1', 210, 'right')], 'wrong UID'],
    ['a UID before its card lay there', [see('A1', 200), see('B2', 1990)], 'wrong UID'],
    ['a UID long after its card had left', [see('A1', 2600), see('B2', 2100)], 'wrong UID'],
    ['a card that is read but not told', [see('A1', 200)], 'missed: B2'],
    ['one card as two taps', [see('A1', 200), see('A1', 1400), see('B2', 2100)], 'double: A1'],
  ])('is broken by %s', (_what, taps, violation) => {
    expect(broken({ taps })).toEqual([expect.stringContaining(violation)])
  })

  it('is broken by a state that shows what never lay there', () => {
    const states = [see('04', 300)]
    expect(broken({ states })).toEqual([expect.stringContaining('wrong UID: left showed 04')])
  })

  it('is broken by a card that is told again once another was', () => {
    const taps = [see('A1', 200), see('B2', 2100), see('A1', 2200)]
    expect(broken({ taps })).toContainEqual(expect.stringContaining('again after another card'))
  })

  it('asks nothing of cards that lay shorter, tell no UID, or could not be read yet', () => {
    const presentations: readonly Presentation[] = [
      { ...first, leftAt: 1090 },
      { ...next, uid: null },
      { ...next, uid: 'D4', readableAt: null },
    ]
    expect(broken({ presentations, taps: [], states: [] })).toEqual([])
  })
})
