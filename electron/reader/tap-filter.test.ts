import { describe, expect, it } from 'vitest'
import { createTapFilter } from './tap-filter.ts'

const tap = (uid: string, reader = 'desk') => ({
  uid,
  atr: '',
  reader,
  simulated: false,
  ndefText: null,
})

describe('repeated taps', () => {
  it('of one card on one reader within a second are one', () => {
    let now = 0
    const isNew = createTapFilter(() => now)
    expect(isNew(tap('8B0D4F49'))).toBe(true)
    now = 999
    expect(isNew(tap('8B0D4F49'))).toBe(false)
    now = 1000
    expect(isNew(tap('8B0D4F49'))).toBe(true)
  })

  it('of another card, or on another reader, are taps of their own', () => {
    const isNew = createTapFilter(() => 0)
    expect(isNew(tap('8B0D4F49'))).toBe(true)
    expect(isNew(tap('7FB28F2C'))).toBe(true)
    expect(isNew(tap('8B0D4F49'))).toBe(true)
    expect(isNew(tap('8B0D4F49', 'door'))).toBe(true)
  })
})
