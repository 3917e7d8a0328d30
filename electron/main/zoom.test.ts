import { describe, expect, it } from 'vitest'
import { nextZoom } from './zoom.ts'

describe('zoom', () => {
  it('goes step by step from 100 to 200 % and no further', () => {
    const up = [1, 1.1, 1.25, 1.5, 1.75, 2, 2]
    for (const [n, factor] of up.slice(0, -1).entries())
      expect(nextZoom(factor, 'in')).toBe(up[n + 1])
    expect(nextZoom(2, 'out')).toBe(1.75)
    expect(nextZoom(1, 'out')).toBe(1)
    expect(nextZoom(1.75, 'reset')).toBe(1)
  })

  it('takes up an odd factor where it is', () => {
    expect(nextZoom(1.2, 'in')).toBe(1.25)
    expect(nextZoom(1.2, 'out')).toBe(1.1)
    expect(nextZoom(0.5, 'out')).toBe(1)
    expect(nextZoom(3, 'in')).toBe(2)
  })
})
