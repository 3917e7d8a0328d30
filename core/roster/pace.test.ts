import { describe, expect, it } from 'vitest'
import { paceOf } from './pace.ts'

describe('the pace of a list', () => {
  it('is not known before the second card', () => {
    expect(paceOf([], 9)).toBeNull()
    expect(paceOf([1000], 9)).toBeNull()
  })

  it('says how many a minute, and how long the others take', () => {
    expect(paceOf([0, 3000, 6000], 10)).toEqual({ perMinute: 20, leftMs: 30_000 })
  })

  it('leaves breaks out', () => {
    expect(paceOf([0, 2000, 900_000, 902_000], 1)).toEqual({ perMinute: 30, leftMs: 2000 })
  })

  it('follows the last twenty', () => {
    const times = Array.from({ length: 30 }, (_, n) => n * 9000)
    const end = times.at(-1) ?? 0
    const faster = Array.from({ length: 20 }, (_, n) => end + (n + 1) * 1000)
    expect(paceOf([...times, ...faster], 0)?.perMinute).toBe(60)
  })
})
