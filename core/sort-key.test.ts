import { describe, expect, it } from 'vitest'
import { sortKey } from './sort-key.ts'

const sorted = (names: readonly string[]) =>
  names.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))

describe('sortKey', () => {
  it('puts å, ä and ö after z, in this order', () => {
    expect(sorted(['Örn', 'Zoe', 'Åberg', 'Ärlig', 'Adam'])).toEqual([
      'Adam',
      'Zoe',
      'Åberg',
      'Ärlig',
      'Örn',
    ])
  })

  it('ignores case and accents', () => {
    expect(sortKey('ÉLODIE')).toBe(sortKey('elodie'))
    expect(sortKey('Núñez')).toBe('nunez')
  })

  it('gives the same key for composed and decomposed letters', () => {
    expect(sortKey('a\u0308')).toBe(sortKey('ä'))
    expect(sortKey('A\u030A')).toBe(sortKey('å'))
  })

  it('sorts ß as ss and æ, ø beside ä, ö', () => {
    expect(sortKey('Groß')).toBe('gross')
    expect(sortKey('Æ')).toBe(sortKey('ä'))
    expect(sortKey('Ø')).toBe(sortKey('ö'))
  })
})
