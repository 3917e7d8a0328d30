import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CardField,
  emptyCard,
  holding,
  offerLeft,
  offerTaken,
  restyled,
  switched,
  tapped,
  typed,
  uidOf,
} from './card-field.ts'

const one = { uid: '04C43BC21C2680', atr: '3B8180018080', reader: 'Reader A', ndefText: null }
const other = { uid: '1C78F2BF', atr: '', reader: 'Reader B', ndefText: null }
const read = (card: CardField) => {
  const uid = uidOf(card)
  return uid.ok ? uid.value : uid.code
}

describe('a tap on Card ID', () => {
  it('fills the empty field and remembers the reader', () => {
    const { card, outcome } = tapped(emptyCard, one)
    expect(outcome).toBe('filled')
    expect(card).toMatchObject({ text: one.uid, tappedFrom: 'Reader A' })
  })

  it('fills in the base that is shown', () => {
    const { card } = tapped({ ...emptyCard, base: 'decimal' }, other)
    expect(card.text).toBe('477688511')
    expect(read(card)).toBe(other.uid)
  })

  it('takes the place of what is there only where that is meant', () => {
    const { card, outcome } = tapped(tapped(emptyCard, one).card, other, true)
    expect(outcome).toBe('filled')
    expect(read(card)).toBe(other.uid)
  })

  it('never overwrites an earlier tap: it offers', () => {
    const { card, outcome } = tapped(tapped(emptyCard, one).card, other)
    expect(outcome).toBe('offered')
    expect(read(card)).toBe(one.uid)
    expect(read(offerTaken(card))).toBe(other.uid)
  })

  it('never overwrites what a person typed or changed: it offers', () => {
    const changed = typed(tapped(emptyCard, one).card, '04C43BC21C2681')
    const { card, outcome } = tapped(changed, other)
    expect(outcome).toBe('offered')
    expect(card.text).toBe('04C43BC21C2681')
    expect(read(offerTaken(card))).toBe(other.uid)
    expect(offerLeft(card)).toMatchObject({ text: '04C43BC21C2681', offer: null })
  })

  it('of the card that is already there changes nothing', () => {
    const { card, outcome } = tapped(typed(emptyCard, '1c:78:f2:bf'), other)
    expect(outcome).toBe('same')
    expect(card.text).toBe('1c:78:f2:bf')
  })

  it('with a number too short for a card leaves the field alone', () => {
    expect(tapped(emptyCard, { uid: '0801', atr: '', reader: 'A', ndefText: null })).toEqual({
      card: emptyCard,
      outcome: 'too-short',
    })
  })
})

describe('the account’s way of writing', () => {
  const style = { order: 'reversed', base: 'decimal', width: 10, separator: '' } as const

  it('is that of a tap, of Decimal, and of what is typed', () => {
    const empty = restyled(emptyCard, style)
    expect(empty.base).toBe('decimal')
    const { card } = tapped(empty, other)
    expect(card.text).toBe('3220338716')
    expect(switched(card, 'hex').text).toBe('BFF2781C')
    expect(read(card)).toBe(other.uid)
    expect(read(typed(empty, '3220338716'))).toBe(other.uid)
  })

  it('changes how a card is shown that is there already, and not the card or the base', () => {
    const card = restyled(typed(emptyCard, '1C78F2BF'), style)
    expect(card).toMatchObject({ text: 'BFF2781C', base: 'hex' })
    expect(read(card)).toBe(other.uid)
    expect(restyled(typed(emptyCard, '1C78F'), style).text).toBe('1C78F')
  })
})

describe('the checkbox Decimal', () => {
  it('loses no digit of any card number, however often it is switched', () => {
    const uid = fc
      .constantFrom(3, 4, 5, 7, 8, 10)
      .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
      .map((bytes) =>
        [...bytes]
          .map((b) => b.toString(16).padStart(2, '0'))
          .join('')
          .toUpperCase(),
      )
    fc.assert(
      fc.property(uid, fc.integer({ min: 1, max: 6 }), (bytes, times) => {
        let card = typed(emptyCard, bytes)
        for (let i = 0; i < times; i++) card = switched(card, i % 2 === 0 ? 'decimal' : 'hex')
        expect(read(card)).toBe(bytes)
      }),
    )
  })

  it('leaves text that is no number as it was typed', () => {
    const card = switched(typed(emptyCard, '04C43'), 'decimal')
    expect(card).toMatchObject({ text: '04C43', base: 'decimal' })
    expect(read(card)).toBe('decimal-letter')
  })

  it('forgets the byte length once the decimal is changed by hand', () => {
    const card = typed(switched(holding('00000000000001', emptyCard), 'decimal'), '2')
    expect(read(card)).toBe('00000002')
  })
})

/** What a person and a reader may do to the field, in any order. */
const steps = fc.oneof(
  fc
    .stringMatching(/^[0-9A-Fa-f:x -]{0,22}$/)
    .map((text) => (card: CardField) => typed(card, text)),
  fc.stringMatching(/^[0-9]{0,25}$/).map((text) => (card: CardField) => typed(card, text)),
  fc
    .constantFrom('hex' as const, 'decimal' as const)
    .map((base) => (card: CardField) => switched(card, base)),
  fc.constantFrom(4, 7, 8, 10).chain((length) =>
    fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => {
      const uid = Buffer.from(bytes).toString('hex').toUpperCase()
      return (card: CardField) =>
        tapped(card, { uid, atr: '', reader: 'Reader', ndefText: null }).card
    }),
  ),
  fc.constant(offerTaken),
  fc.constant(offerLeft),
)

describe('text, checkbox and bytes', () => {
  it('agree whatever is typed, tapped and switched', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (all) => {
        for (let card = emptyCard, at = 0; at < all.length; at += 1) {
          card = all[at]?.(card) ?? card
          const uid = uidOf(card)
          if (!uid.ok) continue
          const bare = card.text.replace(/[\s:-]/g, '').replace(/^0x/i, '')
          const base = card.base === 'hex' ? 16n : 10n
          // The number that is read in the text by itself, digit by digit, is that of the bytes.
          const value = bare.split('').reduce((sum, digit) => sum * base + BigInt(`0x${digit}`), 0n)
          expect(value).toBe(BigInt(`0x${uid.value}`))
          const there = switched(card, card.base === 'hex' ? 'decimal' : 'hex')
          expect(read(there)).toBe(uid.value)
          expect(read(switched(there, card.base))).toBe(uid.value)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
