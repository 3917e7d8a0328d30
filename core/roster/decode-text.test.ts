import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const text = 'Järvinen;Åke\r\n'
const unitsOf = (of: string) => Array.from({ length: of.length }, (_, n) => of.charCodeAt(n))
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const units = unitsOf(`${mark ? '\uFEFF' : ''}${text}`)
  const bytes = units.flatMap((unit) => [unit & 0xff, unit >> 8])
  const pairs = units.flatMap((unit) => [unit >> 8, unit & 0xff])
  return Uint8Array.from(order === 'le' ? bytes : pairs)
}

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, low byte first', utf16('le', true)],
    ['UTF-16, high byte first', utf16('be', true)],
    ['UTF-16 without a mark', utf16('le', false)],
    ['UTF-16 without a mark, high byte first', utf16('be', false)],
    ['Windows-1252', Uint8Array.from(unitsOf(text))],
  ])('is read as it was written in %s', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it('of nothing is nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })
})
