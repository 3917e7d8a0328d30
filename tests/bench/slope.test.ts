import { expect, it } from 'vitest'
import { slopeOf } from './slope.ts'

it('the slope is what a straight line rises for each step, whatever it begins with', () => {
  const line = [0, 100, 250, 400].map((at) => ({ at, value: 50 + at * 0.02 }))
  expect(slopeOf(line)).toBeCloseTo(0.02)
})

it('the slope of what swings about one value is nearly nothing', () => {
  const swings = [0, 1, 2, 3, 4].map((at) => ({ at, value: at % 2 === 0 ? 70 : 71 }))
  expect(slopeOf(swings)).toBeCloseTo(0)
  expect(slopeOf([{ at: 3, value: 70 }])).toBe(0)
})
