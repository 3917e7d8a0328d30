import { describe, expect, it } from 'vitest'
import { openDesk } from '../support/desk-database.ts'
import { runScenario } from '../support/sync-scenario.ts'

const scenarios = 250
const steps = 80
/** Seeds that once broke a promise. */
const regressions = [170, 2_115]

function life(seed: number) {
  const desk = openDesk()
  try {
    return runScenario({ seed, steps, store: desk.store, evidence: desk.evidence })
  } finally {
    desk.store.close()
  }
}

describe(
  'a desk through crashes, lost replies, failing disks and other people',
  { timeout: 60_000 },
  () => {
    it('keeps every promise: nothing lost, nothing twice, in order, converged, never stuck', () => {
      const lives = [
        ...Array.from({ length: scenarios }, (_, index) => index + 1),
        ...regressions,
      ].map(life)
      const broken = lives.filter((one) => one.violations.length > 0)
      expect(broken.map(({ seed, violations }) => ({ seed, violations }))).toEqual([])
      const accepted = lives.reduce((sum, one) => sum + one.accepted, 0)
      expect(accepted).toBeGreaterThan(scenarios * 10)
    })

    it('lives the same life again from the same seed', () => {
      expect(life(7)).toEqual(life(7))
    })
  },
)
