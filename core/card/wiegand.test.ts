import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frame26, frame34, frame37, pair37, valueOfFrame, valueOfPair37 } from './wiegand.ts'

const ones = (text: string) => text.replaceAll('0', '').length
const below = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n })

describe('Wiegand frames', () => {
  it('of 26 bits carry facility 123, card 45678', () => {
    expect(frame26(0x7bb26en)).toBe('10111101110110010011011101')
  })

  it('of 34 bits carry 1234567890', () => {
    expect(frame34(1234567890n)).toBe('1010010011001011000000010110100100')
  })

  it.each([
    ['00001,000001', '1 0000000000000001 0000000000000000001 0'],
    ['65535,524287', '0 1111111111111111 1111111111111111111 1'],
    ['00000,000000', '0 0000000000000000 0000000000000000000 1'],
  ])('of 37 bits carry facility and card %s', (pair, frame) => {
    const value = valueOfPair37(pair) ?? -1n
    expect(frame37(value)).toBe(frame.replaceAll(' ', ''))
    expect(pair37(value)).toBe(pair)
  })

  it.each([
    [26, 24, frame26, [0, 13], [13, 26]],
    [34, 32, frame34, [0, 17], [17, 34]],
    // Bit 19 belongs to both halves.
    [37, 35, frame37, [0, 19], [18, 37]],
  ] as const)('of %i bits are even in front and odd behind', (length, bits, frame, front, back) => {
    fc.assert(
      fc.property(below(bits), (value) => {
        const made = frame(value)
        expect(made).toHaveLength(length)
        expect(ones(made.slice(...front)) % 2).toBe(0)
        expect(ones(made.slice(...back)) % 2).toBe(1)
        expect(valueOfFrame(made)).toBe(value)
      }),
    )
  })

  it('have facility and card of 16 and 19 bits at 37', () => {
    expect(pair37((4242n << 19n) | 314159n)).toBe('04242,314159')
    expect(valueOfPair37('65536,000000')).toBeNull()
    expect(valueOfPair37('00000,524288')).toBeNull()
  })
})
