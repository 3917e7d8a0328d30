import { openDesk } from '../support/desk-database.ts'
import { runScenario } from '../support/sync-scenario.ts'
import type { Run } from './campaign.ts'

const steps = 80

/** One seeded life of the real engine on real SQLite, its network, clock, cloud and people simulated. */
export function runSim(seed: number): Run {
  const desk = openDesk()
  try {
    return runScenario({ seed, steps, store: desk.store, evidence: desk.evidence })
  } finally {
    desk.store.close()
  }
}
