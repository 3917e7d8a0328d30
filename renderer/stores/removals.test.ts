import { describe, expect, it } from 'vitest'
import { type Removal, secondsLeft, stillOffered, undoMs } from './removals.ts'

const start = 5_000
const until = start + undoMs
const removal: Removal = { opIds: ['op'], count: 1, name: 'Aino', moved: null, until }

describe('the time to take a deletion back', () => {
  it('is ten seconds, told in whole ones', () => {
    expect(secondsLeft(removal, start)).toBe(10)
    expect(secondsLeft(removal, start + 1)).toBe(10)
    expect(secondsLeft(removal, start + undoMs - 1)).toBe(1)
    expect(secondsLeft(removal, start + undoMs)).toBe(0)
    expect(secondsLeft(removal, start + undoMs + 60_000)).toBe(0)
  })

  it('ends for each deletion by itself', () => {
    const later = { ...removal, until: removal.until + 1 }
    expect(stillOffered([removal, later], removal.until)).toEqual([later])
  })

  it('leaves the list untouched while nothing ends', () => {
    const list = [removal]
    expect(stillOffered(list, start)).toBe(list)
  })
})
