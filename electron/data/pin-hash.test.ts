import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pins } from './pin-hash.ts'

describe('a PIN as it is kept', () => {
  it('is recognised, and no other is', async () => {
    const kept = await pins.hash('7391')
    expect(await pins.matches('7391', kept)).toBe(true)
    expect(await pins.matches('7392', kept)).toBe(false)
    expect(await pins.matches('07391', kept)).toBe(false)
  })

  it('is scrypt of RFC 7914 with the cost and a salt of its own, and the PIN is nowhere in it', async () => {
    const [one, other] = [await pins.hash('7391'), await pins.hash('7391')]
    expect(one.salt.equals(other.salt)).toBe(false)
    const same = scryptSync('7391', one.salt, 32, { N: one.cost, r: 8, p: 1, maxmem: 2 ** 27 })
    expect(one.hash.equals(same)).toBe(true)
    expect(one.cost).toBeGreaterThanOrEqual(2 ** 15)
  })
})
