import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tap } from '../../core/reader.ts'
import { makeDemoCard } from './demo-card.ts'

const cards = (kind: 'ntag' | 'classic') =>
  Array.from({ length: 500 }, () => makeDemoCard(kind, randomBytes))

describe('cards for trying out', () => {
  it('are NTAGs of 7 bytes from NXP, each a new one', () => {
    const made = cards('ntag')
    expect(made.filter(({ uid }) => !/^04([0-9A-F]{2}){6}$/.test(uid))).toEqual([])
    expect(new Set(made.map(({ uid }) => uid)).size).toBe(made.length)
  })

  it('or have 4 bytes that are neither random, partial nor empty', () => {
    const odd = cards('classic').filter(({ uid }) => !/^[1-6][0-9A-F]{7}$/.test(uid))
    expect(odd).toEqual([])
  })

  it('never pass for a truncated UID with a cascade tag', () => {
    const partial = makeDemoCard('ntag', (count) => new Uint8Array(count).fill(0x88))
    expect(partial.uid.slice(6, 8)).not.toBe('88')
  })

  it.each(['ntag', 'classic'] as const)('carry an ATR of %s whose check byte is right', (kind) => {
    const { uid, atr } = makeDemoCard(kind, randomBytes)
    expect(tap.safeParse({ uid, atr, reader: 'r', simulated: true, ndefText: null }).success).toBe(
      true,
    )
    // ISO/IEC 7816-3, 8.2.5: all bytes after TS exclusive-ored give 0.
    const bytes = [...Buffer.from(atr, 'hex')].slice(1)
    expect(bytes.reduce((check, byte) => check ^ byte, 0)).toBe(0)
  })
})
