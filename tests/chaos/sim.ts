import type { Database } from '../../electron/store/database.ts'
import { emptyDesk, openDeskDatabase } from '../support/desk-database.ts'
import { deathPoints } from '../support/mortal-database.ts'
import {
  type Scenario,
  type ScenarioResult,
  drawScenario,
  runScenario,
} from '../support/sync-scenario.ts'
import type { Layer } from './layer.ts'

const steps = 52

/** Seeded lives of the real engine on real SQLite, its network, clock, cloud and people simulated. */
export const simLayer: Layer = {
  run(seed) {
    const { deaths, ...result } = runSim(seed)
    // Every labelled point is told, also one that was never reached.
    return {
      ...result,
      hits: new Map([...deathPoints.map((point) => [point, 0] as const), ...deaths]),
    }
  },
}

export function runSim(seed: number): ScenarioResult {
  return live(drawScenario(seed, steps))
}

/** One life on a database in which nothing is. One that a promise was broken on is not used again. */
export function live(scenario: Scenario): ScenarioResult {
  const db = spare.pop() ?? openDeskDatabase()
  let sound = false
  try {
    const result = runScenario(scenario, db)
    sound = result.violations.length === 0
    return result
  } finally {
    if (sound) {
      emptyDesk(db)
      spare.push(db)
    } else db.close()
  }
}

/** Making the tables takes as long as living with them. */
const spare: Database[] = []
