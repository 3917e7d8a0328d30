import { describe, expect, it } from 'vitest'
import { cardKind, isIso15693, storageCard } from './card-kind.ts'

const storage = (standard: string, name: string) =>
  `3B8F8001804F0CA000000306${standard}${name}0000000000`

describe('the kind of a card by its ATR', () => {
  it.each([
    ['MIFARE Classic 1K', '3B8F8001804F0CA000000306030001000000006A', 'mifare-classic-1k'],
    ['MIFARE Classic 4K', '3B8F8001804F0CA0000003060300020000000069', 'mifare-classic-4k'],
    ['NTAG or Ultralight', '3B8F8001804F0CA0000003060300030000000068', 'ultralight'],
    ['type A without a name', '3B8F8001804F0CA000000306030000000000006B', 'type-a'],
    [
      'an ACR122U that gives the SAK',
      '3B8F8001804F0CA00000030603FF88000000001C',
      'mifare-classic-1k',
    ],
    ['FeliCa on an ACR122U', '3B8F8001804F0CA00000030603F011000000008A', 'felica'],
    ['FeliCa by part 3', '3B8F8001804F0CA00000030611003B0000000042', 'felica'],
    ['ICODE SLI', '3B8F8001804F0CA0000003060B00140000000077', 'icode'],
    ['DESFire', '3B8180018080', 'desfire'],
    ['Android', '3B80800101', 'phone'],
    ['Apple Pay', '3B888001000000008081710079', 'phone'],
    ['Visa payWave', '3B8680014449203032567E', 'payment'],
    ['Mastercard whose sixth byte is 4F by chance', '3B8680014B4F4E4101020F', 'payment'],
    ['German eID', '3B888001000000000000000009', 'identity'],
    ['a processor card that says nothing known', '3B858001112233445512', 'iso14443-4'],
    ['a contact card', '3B6500002063CB6800', 'contact'],
    ['no ATR', '', 'unknown'],
    ['ISO 15693 of any part', storage('09', '0099'), 'iso15693'],
    ['type B memory', storage('06', '0099'), 'type-b'],
    ['125 kHz', storage('40', '0099'), 'low-frequency'],
    ['a SAK of 18', storage('03', 'FF18'), 'mifare-classic-4k'],
    ['a standard that is not known', storage('7F', '0099'), 'unknown'],
  ])('%s', (_what, atr, kind) => {
    expect(cardKind(atr)).toBe(kind)
  })

  it('needs the whole rule of PC/SC part 3, not one byte of it', () => {
    const otherRid = '3B8F8001804F0CA000000307030001000000006A'
    expect(storageCard(otherRid)).toBeNull()
    expect(cardKind(otherRid)).toBe('iso14443-4')
  })

  it.each([
    ['0B', true],
    ['0C', true],
    ['08', false],
    ['0D', false],
  ])('takes standard %s for ISO 15693: %s', (standard, is) => {
    const card = storageCard(storage(standard, '0000'))
    expect(card && isIso15693(card)).toBe(is)
  })
})
