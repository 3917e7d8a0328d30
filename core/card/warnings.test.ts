import { describe, expect, it } from 'vitest'
import {
  type SeenCard,
  type WarningCode,
  cardRefusal,
  isRefused,
  strictPolicy,
  warningCode,
  warningsOf,
} from './warnings.ts'

const desfire = '3B8180018080'
const android = '3B80800101'
const classic = '3B8F8001804F0CA000000306030001000000006A'
const ultralight = '3B8F8001804F0CA0000003060300030000000068'
const icode = '3B8F8001804F0CA0000003060B00140000000077'

describe('warnings about a card', () => {
  it.each<[string, SeenCard, WarningCode[]]>([
    ['a random UID', { uid: '083D775E' }, ['random']],
    ['a random UID of a phone', { uid: '083D775E', atr: android }, ['random', 'phone']],
    ['a DESFire with random 08', { uid: '0824A937', atr: desfire }, ['random']],
    ['a DESFire with random 80', { uid: '8024A937', atr: desfire }, ['desfire-random']],
    ['80 of a card that is no DESFire', { uid: '8024A937', atr: classic }, ['clonable']],
    ['a DESFire with its own UID', { uid: '04913A29932680', atr: desfire }, []],
    [
      'the UID that some phones make up',
      { uid: '01020304', atr: android },
      ['fixed-phone', 'phone'],
    ],
    ['Apple Pay', { uid: '08A1B2C3', atr: '3B888001000000008081710079' }, ['random', 'phone']],
    ['a bank card', { uid: '1E9426CB', atr: '3B8680014449203032567E' }, ['payment']],
    [
      'an identity card',
      { uid: '0811D2F3', atr: '3B888001000000000000000009' },
      ['random', 'identity'],
    ],
    ['half of a longer number', { uid: '8804C43B' }, ['cascade-tag']],
    [
      'half of a longer number, turned around',
      { uid: '3BC40488', source: 'keyboard' },
      ['cascade-tag'],
    ],
    [
      '08 at the end from a keyboard reader',
      { uid: '5E773D08', source: 'keyboard' },
      ['maybe-random'],
    ],
    ['08 at the end from a reader that turns nothing', { uid: '5E773D08', source: 'reader' }, []],
    ['three bytes from a reader', { uid: '04C43B', source: 'reader' }, ['truncated']],
    [
      'three bytes of NXP from a keyboard reader',
      { uid: '8804C4', source: 'keyboard' },
      ['truncated'],
    ],
    ['a facility and card pair', { uid: '7BB26E', source: 'keyboard' }, []],
    ['an NTAG of four bytes', { uid: '04C43BC2', atr: ultralight }, ['truncated', 'clonable']],
    ['an ICODE of seven bytes', { uid: 'E00401082F81D8', atr: icode }, ['truncated']],
    ['nothing but zeros', { uid: '00000000' }, ['blank']],
    ['nothing but FF', { uid: 'FFFFFFFFFFFFFF' }, ['blank']],
    ['a card without a number', { uid: null, atr: android }, ['no-uid', 'phone']],
    ['MIFARE Classic', { uid: '8B0D4F49', atr: classic }, ['clonable']],
    ['NTAG', { uid: '0475AC4A966081', atr: ultralight }, ['clonable']],
    ['125 kHz', { uid: '01026F6C3A' }, ['clonable']],
    ['a phone that was never registered with FeliCa', { uid: '05FE0310A412ED23' }, ['phone']],
    ['08 in seven bytes', { uid: '08C43BC21C2680' }, []],
    ['a plain card', { uid: '1C78F2BF' }, []],
  ])('for %s', (_what, card, codes) => {
    expect(warningsOf(card)).toEqual(codes)
  })

  it('refuse random and partial numbers, and nothing else', () => {
    const refused = warningCode.options.filter((code) => isRefused(code, strictPolicy))
    expect(refused).toEqual(['random', 'desfire-random', 'cascade-tag', 'truncated'])
  })

  it('refuse what the account does not allow, each for itself', () => {
    const [random, partial] = [{ uid: '083D775E' }, { uid: '8804C43B' }]
    expect(cardRefusal(random, strictPolicy)).toBe('random')
    expect(cardRefusal(random, { allowRandom: true, allowPartial: false })).toBeNull()
    expect(cardRefusal(partial, strictPolicy)).toBe('partial')
    expect(cardRefusal(partial, { allowRandom: true, allowPartial: false })).toBe('partial')
    expect(cardRefusal(partial, { allowRandom: false, allowPartial: true })).toBeNull()
  })
})

describe('a keyboard reader', () => {
  it('that leaves bytes out gives partial cards, which are refused unless the account allows them', () => {
    const card = { uid: '026F6C3A', source: 'keyboard-part' } as const
    expect(warningsOf(card)).toContain('truncated')
    expect(cardRefusal(card, strictPolicy)).toBe('partial')
    expect(cardRefusal({ ...card, source: 'keyboard' }, strictPolicy)).toBeNull()
  })
})
