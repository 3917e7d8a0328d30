import { describe, expect, it } from 'vitest'
import { runSim } from '../chaos/sim.ts'

/** Seeds that once broke a promise. */
const regressions = [3, 12, 16, 170, 2_115, 932_052]

describe('a desk through crashes, lost replies, failing disks and other people', () => {
  it.each(regressions)('keeps every promise in the life of seed %i', (seed) => {
    expect(runSim(seed).violations).toEqual([])
  })

  it('lives the same life again from the same seed', () => {
    expect(runSim(7)).toEqual(runSim(7))
  })
})
