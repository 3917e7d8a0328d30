import { describe, expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-23T08:00:00Z')

describe('retryAfterMs', () => {
  it.each([
    ['0', 0],
    ['1', 1_000],
    [' 120 ', 120_000],
    ['1000000000', 3_600_000],
    ['Mon, 23 Nov 2026 08:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['Mon, 23 Nov 2036 07:00:00 GMT', 3_600_000],
    ['', null],
    [null, null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['Mon, 99 Nov 2026', null],
    ['2026-11-23T08:00:30Z', null],
  ])('reads %j as %j milliseconds', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})
