import { describe, expect, it } from 'vitest'
import type { ReaderView, SlotState } from '../../core/reader.ts'
import { createTapFilter } from './tap-filter.ts'

const tap = (uid: string, reader = 'desk') => ({
  uid,
  atr: '',
  reader,
  simulated: false,
  ndefText: null,
})
const desk = (slot: SlotState): ReaderView => ({ name: 'desk', simulated: false, slot })
const lying = desk({ kind: 'card', uid: '8B0D4F49', atr: '' })

describe('repeated taps', () => {
  it('of one card on one reader within a second are one', () => {
    let now = 0
    const filter = createTapFilter(() => now)
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
    now = 999
    expect(filter.isNew(tap('8B0D4F49'))).toBe(false)
    now = 1000
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
  })

  it('of another card, or on another reader, are taps of their own', () => {
    const filter = createTapFilter(() => 0)
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
    expect(filter.isNew(tap('7FB28F2C'))).toBe(true)
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
    expect(filter.isNew(tap('8B0D4F49', 'door'))).toBe(true)
  })
})

describe('a card that lies on a reader while the reader goes and comes back', () => {
  it('is one tap, however long that takes', () => {
    let now = 0
    const filter = createTapFilter(() => now)
    filter.isNew(tap('8B0D4F49'))
    filter.see([lying])
    now = 60_000
    filter.see([])
    now = 90_000
    filter.see([desk({ kind: 'empty' })])
    now = 90_500
    expect(filter.isNew(tap('8B0D4F49'))).toBe(false)
  })

  it('is one tap, too, when its reader was told of only with the card on it', () => {
    let now = 0
    const filter = createTapFilter(() => now)
    filter.isNew(tap('8B0D4F49'))
    filter.see([lying])
    filter.see([])
    now = 5000
    expect(filter.isNew(tap('8B0D4F49'))).toBe(false)
  })

  it('is a tap when another lies there then, and when it is laid again later', () => {
    let now = 0
    const filter = createTapFilter(() => now)
    filter.see([lying])
    filter.see([])
    filter.see([desk({ kind: 'empty' })])
    expect(filter.isNew(tap('7FB28F2C'))).toBe(true)
    now = 2000
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
  })

  it('is a tap when it had been taken away before', () => {
    let now = 0
    const filter = createTapFilter(() => now)
    filter.isNew(tap('8B0D4F49'))
    filter.see([lying])
    filter.see([desk({ kind: 'empty' })])
    now = 2000
    filter.see([])
    filter.see([desk({ kind: 'empty' })])
    expect(filter.isNew(tap('8B0D4F49'))).toBe(true)
  })
})
