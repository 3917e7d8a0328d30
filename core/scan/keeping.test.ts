import { describe, expect, it } from 'vitest'
import { isWorthKeeping, keptSince } from './keeping.ts'

const visa = '3B8680014449203032567E'
const passport = '3B888001000000000000000009'
const android = '3B80800101'

describe('the number of a card that belongs to nobody', () => {
  it.each([
    ['an access card', { uid: '04C43BC21C2680' }],
    ['a phone, whose number may stay', { uid: '01020305', atr: android }],
    [
      'a number that a keyboard reader may have turned around',
      { uid: '11223308', source: 'keyboard' },
    ],
  ] as const)('is kept of %s', (_what, card) => {
    expect(isWorthKeeping(card)).toBe(true)
  })

  it.each([
    ['a random number', { uid: '08112233' }],
    ['half a number', { uid: '8804C43B' }],
    ['what many phones show', { uid: '01020304' }],
    ['nothing but noughts', { uid: '00000000' }],
    ['a bank card', { uid: '04C43BC21C2680', atr: visa }],
    ['a passport', { uid: '04C43BC21C2680', atr: passport }],
  ] as const)('is not kept of %s', (_what, card) => {
    expect(isWorthKeeping(card)).toBe(false)
  })

  it('is forgotten after ninety days, also across a change of the clocks', () => {
    expect(keptSince('2026-11-25T12:00:00.000Z')).toBe('2026-08-27T12:00:00.000Z')
  })
})
