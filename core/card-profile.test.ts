import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CardProfile,
  type CardStyle,
  type LabelRule,
  type TappedCard,
  cardProfile,
  cardText,
  defaultCardProfile,
  nextLabel,
  parseCardId,
  surfaceFor,
} from './card-profile.ts'

const styles = fc.record<CardStyle>({
  order: fc.constantFrom('card', 'reversed'),
  base: fc.constantFrom('hex', 'decimal'),
  width: fc.integer({ min: 0, max: 25 }),
  separator: fc.constantFrom('', ':', '-', ' '),
})
const uids = fc
  .constantFrom(3, 4, 5, 7, 8, 10)
  .chain((bytes) => fc.uint8Array({ minLength: bytes, maxLength: bytes }))
  .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase())
const plain = defaultCardProfile.cardId

describe('Card ID', () => {
  it('reads back in every style as the bytes that it shows', () => {
    const both = fc.constantFrom('hex' as const, 'decimal' as const)
    fc.assert(
      fc.property(styles, uids, both, (style, uid, base) => {
        const text = cardText(style, uid, base)
        expect(parseCardId(style, text, base, uid.length / 2)).toEqual({ ok: true, value: uid })
      }),
    )
  })

  it.each<[Partial<CardStyle>, string]>([
    [{}, '1C78F2BF'],
    [{ separator: ':' }, '1C:78:F2:BF'],
    [{ order: 'reversed' }, 'BFF2781C'],
    [{ base: 'decimal' }, '477688511'],
    [{ base: 'decimal', width: 10 }, '0477688511'],
    [{ base: 'decimal', width: 10, order: 'reversed' }, '3220338716'],
  ])('in the style %o is %s', (style, text) => {
    expect(cardText({ ...plain, ...style }, '1C78F2BF')).toBe(text)
  })

  it('is as it was in an account without a profile', () => {
    expect(cardProfile.parse(defaultCardProfile)).toEqual(defaultCardProfile)
    expect(cardText(plain, '04C43BC21C2680', 'decimal')).toBe('1341660845581952')
    expect(surfaceFor(defaultCardProfile, { uid: '1C78F2BF', ndefText: 'A', nextLabel: 'B' })).toBe(
      null,
    )
  })
})

describe('Surface ID', () => {
  const card: TappedCard = { uid: '1C78F2BF', ndefText: 'Locker 17', nextLabel: 'A-0007' }
  const made = (surface: CardProfile['surface'], tapped = card) =>
    surfaceFor({ ...defaultCardProfile, surface }, tapped)

  it('is what the rule prints for the UID', () => {
    const pair = { rendering: 'pair-8-16.last-3', take: { kind: 'all' } } as const
    expect(made({ kind: 'printed', rule: pair })).toBe('120,62143')
    const offset = {
      rendering: 'decimal.reversed',
      take: { kind: 'offset', add: '-3220330000', width: 6 },
    } as const
    expect(made({ kind: 'printed', rule: offset })).toBe('008716')
  })

  it('is left alone where the rule has no answer for such a card', () => {
    const pair = { rendering: 'pair-8-16.card', take: { kind: 'all' } } as const
    expect(made({ kind: 'printed', rule: pair })).toBeNull()
    expect(made({ kind: 'ndef' }, { ...card, ndefText: null })).toBeNull()
  })

  it('is the text on the card, or the next label', () => {
    expect(made({ kind: 'ndef' })).toBe('Locker 17')
    expect(made({ kind: 'label', prefix: 'A-', digits: 4, next: '1' })).toBe('A-0007')
  })
})

describe('the next label of a roll', () => {
  const roll: LabelRule = { kind: 'label', prefix: 'A-', digits: 4, next: '120' }
  it.each([
    [null, 'A-0120'],
    ['A-0119', 'A-0120'],
    ['A-0120', 'A-0121'],
    ['A-9998', 'A-9999'],
    ['A-9999', null],
    ['B-0500', 'A-0120'],
    ['A-05000', 'A-0120'],
    ['A-05x0', 'A-0120'],
  ])('after %s is %s', (highest, next) => {
    expect(nextLabel(roll, highest)).toBe(next)
  })

  it('has more digits than a JavaScript number', () => {
    const long: LabelRule = { ...roll, digits: 20, next: '90071992547409930001' }
    expect(nextLabel(long, 'A-90071992547409930001')).toBe('A-90071992547409930002')
  })
})
