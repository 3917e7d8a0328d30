import { describe, expect, it } from 'vitest'
import { figure, missed, percentile } from './figures.ts'

describe('figures', () => {
  it('say how the value stands to the baseline of the same run', () => {
    expect(figure('start', 650, 'ms', 500)).toEqual({
      name: 'start',
      value: 650,
      unit: 'ms',
      baseline: 500,
      ratio: 1.3,
    })
  })

  it('are missed where they have a limit and are above it, and only there', () => {
    const figures = [
      figure('free', 900, 'ms', 100),
      figure('kept', 140, 'ms', 100, { must: 1.4 }),
      figure('start', 140.1, 'ms', 100, { must: 1.4 }),
    ]
    expect(missed(figures)).toEqual([
      'start is 1.401 times its baseline, and must not be above 1.4.',
    ])
  })

  it('are missed above a limit of their own, too', () => {
    const figures = [
      figure('fast', 50, 'ms', 1, { most: 50 }),
      figure('slow', 51, 'ms', 1, { most: 50 }),
      figure('both', 9, 'ms', 1, { most: 8, must: 4 }),
    ]
    expect(missed(figures)).toEqual([
      'slow is 51 ms, and must not be above 50 ms.',
      'both is 9.000 times its baseline, and must not be above 4.',
      'both is 9 ms, and must not be above 8 ms.',
    ])
  })

  it('are missed below a ratio, where more is better', () => {
    const figures = [
      figure('quick', 41, 'items/s', 100, { least: 0.4 }),
      figure('slow', 39, 'items/s', 100, { least: 0.4 }),
    ]
    expect(missed(figures)).toEqual([
      'slow is 0.390 times its baseline, and must not be below 0.4.',
    ])
  })

  it('take percentiles by nearest rank', () => {
    const values = [5, 1, 4, 2, 3]
    expect(percentile(values, 0.5)).toBe(3)
    expect(percentile(values, 0.95)).toBe(5)
    expect(percentile([7], 0.5)).toBe(7)
  })
})
