import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardLengths } from './bytes.ts'
import { cardLikeness, lookalikesOf, reversedBytes } from './same-card.ts'

const uidOf = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((each) => Buffer.from(each).toString('hex').toUpperCase())
const anyUid = fc.constantFrom(...cardLengths).chain(uidOf)
/** Few different bytes, so that numbers often fit each other. */
const closeUid = fc
  .constantFrom(...cardLengths)
  .chain((bytes) =>
    fc.array(fc.constantFrom('88', '04', 'AB'), { minLength: bytes, maxLength: bytes }),
  )
  .map((bytes) => bytes.join(''))

describe('two card numbers', () => {
  it.each([
    ['1C78F2BF', '1C78F2BF', 'same'],
    ['1C78F2BF', 'BFF2781C', 'reversed'],
    ['04C43BC21C2680', '80261CC23BC404', 'reversed'],
    ['04C43BC21C2680', '04C43BC2', 'may-be'],
    ['04C43BC21C2680', 'C23BC404', 'may-be'],
    ['04C43BC21C2680', 'C21C2680', 'may-be'],
    ['04C43BC21C2680', '80261CC2', 'may-be'],
    ['04C43BC21C2680', '8804C43B', 'may-be'],
    ['04C43BC21C2680', '3BC40488', 'may-be'],
    ['04C43BC21C2680', '04C43B', 'may-be'],
    ['1C78F2BF', '78F2BF', 'may-be'],
    ['1C78F2BF', '1C78F2C0', null],
    // Two cards that cheap readers would show alike are still two cards.
    ['04C43BC21C2680', '04C43BC21C2681', null],
    ['E004010203040506', '88E00401', null],
  ] as const)('%s and %s: %s', (one, other, likeness) => {
    expect(cardLikeness(one, other)).toBe(likeness)
    expect(cardLikeness(other, one)).toBe(likeness)
  })

  it('relate both ways alike, and every number to itself', () => {
    fc.assert(
      fc.property(closeUid, closeUid, (one, other) => {
        expect(cardLikeness(one, other)).toBe(cardLikeness(other, one))
        expect(cardLikeness(one, one)).toBe('same')
      }),
    )
  })

  it('are one card whichever way it is turned', () => {
    fc.assert(
      fc.property(anyUid, (uid) => {
        expect(reversedBytes(reversedBytes(uid))).toBe(uid)
        expect(cardLikeness(uid, reversedBytes(uid))).not.toBe('may-be')
        expect(cardLikeness(uid, reversedBytes(uid))).not.toBeNull()
      }),
    )
  })
})

describe('the places to look for cards like one', () => {
  it('hold every number that relates to it', () => {
    fc.assert(
      fc.property(closeUid, closeUid, (typed, held) => {
        if (cardLikeness(typed, held) === null) return
        const { equal, beginnings, endings } = lookalikesOf(typed)
        const turned = reversedBytes(held)
        const found =
          equal.includes(held) ||
          beginnings.some((each) => held.startsWith(each)) ||
          endings.some((each) => turned.startsWith(each))
        expect(found, `${typed} finds ${held}`).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
