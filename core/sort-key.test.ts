import { describe, expect, it } from 'vitest'
import { type SortLanguage, sortKey, sortLanguageOf } from './sort-key.ts'

const sorted = (names: readonly string[], language: SortLanguage) => {
  const bytes = (name: string) => Buffer.from(sortKey(name, language))
  return names.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)))
}

describe('sortKey', () => {
  it('puts å, ä and ö after z, in this order, in Finnish and Swedish', () => {
    const names = ['Örn', 'Zoe', 'Åberg', 'Ärlig', 'Adam']
    expect(sorted(names, 'nordic')).toEqual(['Adam', 'Zoe', 'Åberg', 'Ärlig', 'Örn'])
  })

  it('sorts å, ä and ö with a and o in other languages', () => {
    const names = ['Örn', 'Zoe', 'Oslo', 'Åberg', 'Ärlig', 'Adam']
    expect(sorted(names, 'other')).toEqual(['Åberg', 'Adam', 'Ärlig', 'Örn', 'Oslo', 'Zoe'])
  })

  it.each(['nordic', 'other'] as const)('ignores case and accents (%s)', (language) => {
    expect(sortKey('ÉLODIE', language)).toBe(sortKey('elodie', language))
    expect(sortKey('Núñez', language)).toBe('nunez')
    expect(sortKey('  A   b ', language)).toBe('a b')
  })

  it.each(['nordic', 'other'] as const)(
    'gives the same key for composed and decomposed letters (%s)',
    (language) => {
      expect(sortKey('a\u0308', language)).toBe(sortKey('ä', language))
      expect(sortKey('A\u030A', language)).toBe(sortKey('å', language))
    },
  )

  it('sorts ß as ss and, in Nordic order, æ and ø beside ä and ö', () => {
    expect(sortKey('Groß', 'other')).toBe('gross')
    expect(sortKey('Æ', 'nordic')).toBe(sortKey('ä', 'nordic'))
    expect(sortKey('Ø', 'nordic')).toBe(sortKey('ö', 'nordic'))
  })

  it.each([
    ['fi', 'nordic'],
    ['sv-FI', 'nordic'],
    ['en-GB', 'other'],
    ['fil', 'other'],
  ])('knows the order of %s', (tag, order) => expect(sortLanguageOf(tag)).toBe(order))
})
