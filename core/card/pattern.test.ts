import { describe, expect, it } from 'vitest'
import { isWhole, matchPattern, mayBeSame, patternOf, patternText } from './pattern.ts'
import { decodeAll } from './renderings.ts'

/** What a cheap reader passes on of an NXP card: the cascade tag and three bytes. */
const partial = decodeAll('8804C43B').find(({ id, length }) => id === 'hex.cascade' && length === 7)

describe('what is known of a UID', () => {
  it('matches a UID that agrees with it, of its length alone', () => {
    const pattern = partial?.pattern ?? patternOf('')
    expect(pattern).toEqual({ value: '04C43B00000000', mask: 'FFFFFF00000000' })
    expect(matchPattern(pattern, '04C43BC21C2680')).toBe(true)
    expect(matchPattern(pattern, '04C43C00000000')).toBe(false)
    expect(matchPattern(pattern, '04C43BC2')).toBe(false)
  })

  it('may be the same card as long as nothing known differs', () => {
    const pattern = partial?.pattern ?? patternOf('')
    const lastFour = { value: '000000C21C2680', mask: '000000FFFFFFFF' }
    expect(mayBeSame(pattern, lastFour)).toBe(true)
    expect(mayBeSame(pattern, patternOf('04C43BC21C2680'))).toBe(true)
    expect(mayBeSame(pattern, patternOf('04C43CC21C2680'))).toBe(false)
    expect(mayBeSame(pattern, patternOf('8804C43B'))).toBe(false)
  })

  it('is shown with a question mark for every digit that is not known', () => {
    expect(patternText(partial?.pattern ?? patternOf(''))).toBe('04C43B????????')
    expect(patternText({ value: '006F6C3A00', mask: '07FFFFFF00' })).toBe('??6F6C3A??')
    expect(isWhole(patternOf('1C78F2BF'))).toBe(true)
    expect(isWhole(partial?.pattern ?? patternOf(''))).toBe(false)
  })
})
