import { describe, expect, it } from 'vitest'
import { figure, percentile } from './figures.ts'

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

  it('take percentiles by nearest rank', () => {
    const values = [5, 1, 4, 2, 3]
    expect(percentile(values, 0.5)).toBe(3)
    expect(percentile(values, 0.95)).toBe(5)
    expect(percentile([7], 0.5)).toBe(7)
  })
})
