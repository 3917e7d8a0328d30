import * as fc from 'fast-check'
import { deathPoints } from '../support/mortal-database.ts'
import type { Scenario } from '../support/sync-scenario.ts'
import { stepKinds } from '../support/sync-steps.ts'
import type { Layer } from './layer.ts'
import { live } from './sim.ts'

/** Lives as data, so that one that breaks a promise shrinks to the few steps that matter. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  faults: fc.double({ min: 0, max: 1, noNaN: true }),
  aim: fc.nat({ max: deathPoints.length - 1 }),
  steps: fc.array(
    fc.record({ kind: fc.constantFrom(...stepKinds), dice: fc.nat({ max: 2 ** 32 - 1 }) }),
    { maxLength: 60, size: 'max' },
  ),
})

const livesPerSeed = 25

export const propertyLayer: Layer = {
  run(seed) {
    let accepted = 0
    const property = fc.property(scenarios, (scenario) => {
      const result = live(scenario)
      accepted += result.accepted
      return result.violations.length === 0
    })
    const details = fc.check(property, { seed, numRuns: livesPerSeed })
    const [counterexample] = details.counterexample ?? []
    const violations = counterexample === undefined ? [] : [...live(counterexample).violations]
    if (counterexample !== undefined) violations.push(JSON.stringify(counterexample))
    return { runs: details.numRuns, accepted, violations }
  },
}
