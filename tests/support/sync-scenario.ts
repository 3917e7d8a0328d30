import { isDeepStrictEqual } from 'node:util'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { createFaultyWay } from './faulty-way.ts'
import { type DeskEvidence, violations } from './sync-invariants.ts'
import { type Randomness, createRandomness } from './randomness.ts'
import { type SimulatedCloud, createSimulatedCloud } from './simulated-cloud.ts'
import { type SimulatedDesk, createSimulatedDesk } from './simulated-desk.ts'

export type ScenarioResult = {
  readonly seed: number
  readonly accepted: number
  /** Broken promises in words; empty when all held. */
  readonly violations: readonly string[]
}

const hourMs = 3_600_000
const healingLimitMs = 6 * hourMs
const healingRounds = 400

/**
 * One life of a desk: chaos for `steps`, then everything heals and must come out even. The same seed is
 * the same run.
 */
export function runScenario(deps: {
  readonly seed: number
  readonly steps: number
  readonly store: DeskStore
  readonly evidence: () => DeskEvidence
}): ScenarioResult {
  const dice = createRandomness(deps.seed)
  const cloud = createSimulatedCloud(() => '2026-11-23T08:00:00Z')
  const way = createFaultyWay(cloud, dice)
  const desk = createSimulatedDesk({ store: deps.store, way, dice })
  const found: string[] = []
  let versions = deps.evidence().versions

  function watch(): void {
    const now = deps.evidence().versions
    for (const [id, version] of now) {
      const before = versions.get(id) ?? 0
      if (version < before) found.push(`I10 ${id} went back from ${before} to ${version}`)
    }
    versions = now
  }

  desk.setFaults(dice.next())
  for (let n = 0; n < deps.steps; n += 1) {
    chaos({ desk, cloud, dice, way })
    watch()
  }

  desk.setFaults(0)
  way.setSignedIn(true)
  desk.engine().setPaused(false)
  desk.engine().nudge('signed-in')
  if (!heal(desk, deps.store, cloud)) {
    found.push(`I7 not drained: ${JSON.stringify(desk.engine().status())}`)
  }
  watch()
  const { accepted } = desk
  found.push(...violations({ accepted, store: deps.store, desk: deps.evidence(), cloud }))
  return { seed: deps.seed, accepted: accepted.size, violations: found }
}

function chaos({
  desk,
  cloud,
  dice,
  way,
}: {
  readonly desk: SimulatedDesk
  readonly cloud: SimulatedCloud
  readonly dice: Randomness
  readonly way: ReturnType<typeof createFaultyWay>
}): void {
  const someone = dice.pick(cloud.living())?.id ?? ''
  const act = () => {
    desk.act()
    desk.engine().nudge('accepted')
  }
  const round = () => void desk.round()
  const nudges = ['online', 'resumed', 'sync-now', 'focus'] as const
  const moves: readonly [() => void, ...(() => void)[]] = [
    act,
    act,
    act,
    act,
    round,
    round,
    round,
    round,
    round,
    round,
    () => void desk.decide(),
    () => cloud.edit(someone, { organization: `Org ${dice.below(5)}` }),
    () => cloud.edit(someone, { firstName: `Other ${dice.below(5)}` }),
    () => cloud.erase(someone),
    () => cloud.register(someone),
    () => way.deliverLate(),
    () => desk.engine().nudge(dice.pick(nudges)),
    () => (dice.chance(0.3) ? cloud.forgetFeed() : undefined),
    () => way.setSignedIn(dice.chance(0.7)),
    () => desk.engine().setPaused(dice.chance(0.3)),
    () => desk.crash(),
    () => void (desk.time.wallMs += (dice.next() - 0.5) * 20 * 24 * hourMs),
    () => void (desk.time.monotonicMs += dice.next() * 26 * hourMs),
  ]
  dice.pick(moves)()
}

/** Whether everything was sent, decided and fetched within six simulated hours and 400 rounds. */
function heal(desk: SimulatedDesk, store: DeskStore, cloud: SimulatedCloud): boolean {
  let slept = 0
  for (let n = 0; n < healingRounds && slept < healingLimitMs; n += 1) {
    const pause = desk.round()
    slept += pause
    const { ready, inflight, parked } = store.outbox.counts()
    if (parked > 0 && desk.decide()) desk.engine().nudge('accepted')
    if (pause > 0 && ready + inflight + parked === 0 && sameAsCloud(store, cloud)) return true
  }
  return false
}

function sameAsCloud(store: DeskStore, cloud: SimulatedCloud): boolean {
  const { cursor, ...digest } = cloud.digest()
  return store.feed.cursor() === cursor && isDeepStrictEqual(store.feed.digest(), digest)
}
