import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../electron/store/database.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { createEvidence } from './desk-database.ts'
import { createFaultyWay } from './faulty-way.ts'
import { deathPoints } from './mortal-database.ts'
import { type Randomness, createRandomness } from './randomness.ts'
import { type SimulatedCloud, createSimulatedCloud } from './simulated-cloud.ts'
import { type SimulatedDesk, createSimulatedDesk } from './simulated-desk.ts'
import { type AuditMemory, auditPromises, auditTables } from './store-audit.ts'
import { sameLog } from './log-invariants.ts'
import { alwaysTrue, trueInTheEnd } from './sync-invariants.ts'
import { type Step, stepKinds, take } from './sync-steps.ts'

/** One life as data: the same again, and shorter ones of it. */
export type Scenario = {
  /** 0: nothing ever fails; 1: as bad as it gets. */
  readonly faults: number
  /** The labelled point at which this desk is most likely to die, as an index. */
  readonly aim: number
  readonly steps: readonly Step[]
}

export type ScenarioResult = {
  readonly accepted: number
  /** What people at the desk did. */
  readonly actions: number
  /** How often the desk died at each labelled point. */
  readonly deaths: ReadonlyMap<string, number>
  /** Broken promises in words; empty when all held. */
  readonly violations: readonly string[]
}

const hourMs = 3_600_000
const healingLimitMs = 6 * hourMs
const healingRounds = 400

export function drawScenario(seed: number, steps: number): Scenario {
  const dice = createRandomness(seed)
  const kinds = dice.chance(0.5) ? stepKinds : someKinds(dice)
  return {
    faults: dice.next(),
    aim: seed % deathPoints.length,
    steps: Array.from({ length: steps }, () => ({
      kind: dice.pick(kinds),
      dice: dice.below(2 ** 32),
    })),
  }
}

/** Where less different things happen, those that need each other meet more often. */
function someKinds(dice: Randomness): readonly [Step['kind'], ...Step['kind'][]] {
  const left = new Set(stepKinds.filter((kind) => always.has(kind)))
  for (const kind of new Set(stepKinds)) if (dice.chance(0.5)) left.add(kind)
  const [first, ...others] = stepKinds
  return [first, ...others.filter((kind) => left.has(kind))]
}

/** Without these there is nothing to see. */
const always: ReadonlySet<Step['kind']> = new Set(['create', 'change', 'round'])

/**
 * One life of a desk: chaos step by step, then everything heals and must come out even. The promises are
 * checked after every step. The same scenario is the same run.
 */
export function runScenario(scenario: Scenario, db: Database): ScenarioResult {
  const dice = createRandomness(0)
  const cloud = createSimulatedCloud(() => '2026-11-23T08:00:00Z')
  const way = createFaultyWay(cloud, dice)
  const find = db.prepare<[string, string], object>(
    'SELECT 1 FROM outbox WHERE op_id = ? UNION ALL SELECT 1 FROM op_log WHERE op_id = ?',
  )
  const kept = (opId: string) => find.get(opId, opId) !== undefined
  const aim = deathPoints[scenario.aim % deathPoints.length] ?? ''
  const desk = createSimulatedDesk({ db, way, dice, aim, kept })
  const watch = createWatch(db, cloud, desk)
  const violations: string[] = []
  let actions = 0

  desk.setFaults(scenario.faults)
  for (const step of scenario.steps) {
    dice.reseed(step.dice)
    if (take(step, { desk, cloud, dice, way })) actions += 1
    violations.push(...watch.look())
    if (violations.length > 0) break
  }
  if (violations.length === 0) {
    dice.reseed(1)
    desk.setFaults(0)
    way.setSignedIn(true)
    desk.engine().setPaused(false)
    desk.engine().nudge('signed-in')
    const drained = heal(desk, cloud)
    if (!drained) violations.push(`I7 not drained: ${JSON.stringify(desk.engine().status())}`)
    violations.push(...watch.look(true), ...watch.end())
  }
  return { accepted: desk.wishes.accepted.size, actions, deaths: desk.deaths, violations }
}

/** Looks at everything with the eyes of both sides. */
function createWatch(db: Database, cloud: SimulatedCloud, desk: SimulatedDesk) {
  const evidence = createEvidence(db)
  const memory: AuditMemory = {
    accepted: desk.wishes.accepted,
    sent: new Map(),
    versions: new Map(),
  }
  const changes = db.prepare<[], { n: number }>('SELECT total_changes() AS n')
  let seen = { at: -1, evidence: evidence() }

  /** Pages can only be torn by a death; what has been committed is looked at after every step. */
  let deathsSeen = 0
  function lookHere(atEnd: boolean): readonly string[] {
    const deaths = [...desk.deaths.values()].reduce((sum, n) => sum + n, 0)
    const pages = atEnd || deaths !== deathsSeen
    deathsSeen = deaths

    const now = evidence()
    // What a snapshot left out is forgotten, and may come back as something new.
    for (const id of memory.versions.keys()) {
      if (!now.versions.has(id)) memory.versions.delete(id)
    }
    const found = [...auditPromises(db, memory), ...auditTables(db, pages)]
    // After the audit: comparing the full-text indexes counts as a change.
    seen = { at: changes.get()?.n ?? 0, evidence: now }
    return found
  }

  return {
    look(atEnd = false): readonly string[] {
      // A database that nothing was written to is as sound as before.
      const unchanged = changes.get()?.n === seen.at && !atEnd
      const here = unchanged ? [] : lookHere(atEnd)
      const early = desk.sentWhileHeld.map((opId) => `I11 ${opId} could still be taken back`)
      const both = alwaysTrue({ wishes: desk.wishes, cloud, desk: seen.evidence })
      return [...early, ...here, ...both]
    },
    end(): readonly string[] {
      const [now, store] = [evidence(), desk.store()]
      return [
        ...trueInTheEnd({ wishes: desk.wishes, cloud, desk: now, store }),
        ...sameLog(store, cloud, now),
      ]
    },
  }
}

/** Whether everything was sent, decided and fetched within six simulated hours and 400 rounds. */
export function heal(
  desk: Pick<SimulatedDesk, 'engine' | 'round' | 'store' | 'wish'>,
  cloud: SimulatedCloud,
): boolean {
  let slept = 0
  let calm = 0
  for (let n = 0; n < healingRounds && slept < healingLimitMs; n += 1) {
    const pause = desk.round()
    slept += pause
    const { ready, inflight, parked } = desk.store().outbox.counts()
    if (parked > 0) desk.wish('decide')
    if (ready + inflight + parked > 0) calm = 0
    // Whoever only waits to try again has heard nothing.
    else if (pause > 0 && hasAnswer(desk) && sameAsCloud(desk.store(), cloud)) calm += 1
    // Twice, so that it has heard how far the log goes since its last operation was settled.
    if (calm === 2) return true
  }
  return false
}

function hasAnswer({ engine }: Pick<SimulatedDesk, 'engine'>): boolean {
  return engine().status().channel === 'idle'
}

function sameAsCloud(store: DeskStore, cloud: SimulatedCloud): boolean {
  const { cursor, ...digest } = cloud.digest()
  return store.feed.cursor() === cursor && isDeepStrictEqual(store.feed.digest(), digest)
}
