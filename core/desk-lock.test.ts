import { describe, expect, it } from 'vitest'
import { isLaxer, isTooSimple, pin, waitAfter } from './desk-lock.ts'

describe('a PIN', () => {
  it.each(['1234', '0000', '987654', '3210', '111111111111'])('%s is too simple', (digits) => {
    expect(isTooSimple(digits)).toBe(true)
  })

  it.each(['1235', '2580', '1123', '9753', '0102'])('%s is not', (digits) => {
    expect(isTooSimple(digits)).toBe(false)
  })

  it.each(['123', '1234567890123', '12a4', '١٢٣٤', ' 1234'])('is not %j', (text) => {
    expect(pin.safeParse(text).success).toBe(false)
  })
})

describe('a desk that locks itself', () => {
  it('does so later after more minutes, and latest where it never does', () => {
    expect([isLaxer(10, 5), isLaxer(0, 30), isLaxer(0, 5)]).toEqual([true, true, true])
    expect([isLaxer(5, 5), isLaxer(2, 5), isLaxer(30, 0), isLaxer(0, 0)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('the wait after wrong PINs', () => {
  it('forgives two slips, then doubles from 5 s to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 40_000])
    expect(waitAfter(1_000)).toBe(900_000)
  })

  it('leaves whoever tries half of all four-digit PINs more than fifty days', () => {
    let [hours, guesses] = [0, 0]
    while (guesses < 5_000) hours += waitAfter((guesses += 1)) / 3_600_000
    expect(hours / 24).toBeGreaterThan(50)
  })
})
