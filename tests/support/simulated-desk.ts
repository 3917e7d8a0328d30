import { z } from 'zod'
import type { Database } from '../../electron/store/database.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { createSyncEngine } from '../../electron/sync/create-sync-engine.ts'
import { createHolds } from '../../electron/sync/holds.ts'
import type { SyncEngine, SyncRequest } from '../../electron/sync/sync-engine.ts'
import { type Wishing, createWishing } from './desk-wishes.ts'
import { withDiskFaults } from './disk-faults.ts'
import type { FaultyWay } from './faulty-way.ts'
import { Death, createMortalDatabase, deathPoints } from './mortal-database.ts'
import type { Randomness } from './randomness.ts'
import type { Wishes } from './wishes.ts'

/** A desk with its person: the real engine on a real store, time and chance from outside. */
export type SimulatedDesk = {
  readonly wishes: Wishes
  readonly time: { monotonicMs: number; wallMs: number }
  store(): DeskStore
  engine(): SyncEngine
  wish(kind: keyof Wishing): void
  /** One round of the engine: a request and its fate, or a sleep. Returns the milliseconds slept. */
  round(): number
  /** The program dies and starts again on what the disk holds. */
  crash(): void
  /** 0: no faults at all, neither on the way nor on the disk nor of the program; 1: the worst. */
  setFaults(level: number): void
  /** What was sent although a person could still take it back. */
  readonly sentWhileHeld: readonly string[]
  /** How often the desk died at each labelled point. */
  readonly deaths: ReadonlyMap<string, number>
}

const state = z.record(z.string(), z.unknown())

export function createSimulatedDesk(deps: {
  readonly db: Database
  readonly way: FaultyWay
  readonly dice: Randomness
  /** The labelled point at which this desk is most likely to die. */
  readonly aim: string
  /** Whether an op id is in the database. */
  readonly kept: (opId: string) => boolean
}): SimulatedDesk {
  const { way, dice } = deps
  // Small batches, so that one is made ready while another is under way.
  const atOnce = [2, 5, 100][deathPoints.indexOf(deps.aim) % 3] ?? 100
  const time = { monotonicMs: 1_000, wallMs: Date.parse('2026-11-23T08:00:00Z') }
  const wallTime = () => new Date(time.wallMs).toISOString()
  const monotonicMs = () => time.monotonicMs
  const deaths = new Map<string, number>()
  const sentWhileHeld: string[] = []
  const offered: string[] = []
  const base = deps.db.prepare<[string], { version: number; base: string | null }>(
    'SELECT base_version AS version, base FROM record WHERE id = ?',
  )
  let faults = 0
  let alive = boot()
  const { wishes, wishing } = createWishing({
    store: () => alive.store,
    holds: () => alive.holds,
    dice,
    wallTime,
    offered: (opId) => void offered.push(opId),
    seen: (recordId) => {
      const row = base.get(recordId)
      return { version: row?.version ?? 0, state: state.parse(JSON.parse(row?.base ?? '{}')) }
    },
  })

  function strike(point: string): void {
    if (faults === 0) return
    const chance = point === deps.aim ? 0.4 : 0.004
    if (!dice.chance(faults * chance)) return
    deaths.set(point, (deaths.get(point) ?? 0) + 1)
    throw new Death(point)
  }

  function boot() {
    let fallen = false
    const mortal = createMortalDatabase(deps.db, (point) => {
      try {
        strike(point)
      } catch (error) {
        fallen = true
        throw error
      }
    })
    const store = mortal.name(createDeskStore(mortal.db))
    const holds = createHolds({ monotonicMs })
    const outbox: typeof store.outbox = {
      ...store.outbox,
      claim: ({ items, ...limits }) =>
        store.outbox.claim({ ...limits, items: Math.min(items, atOnce) }),
    }
    const engine = createSyncEngine({
      store: withDiskFaults({ ...store, outbox }, () => dice.chance(faults * 0.03)),
      holds,
      clock: { monotonicMs, wallTime, random: dice.next, newId: () => dice.uuid() },
    })
    return { store, holds, engine, fallen: () => fallen }
  }

  /** What was offered when the program died may have been kept, although nobody was told. */
  function reborn(): void {
    alive = boot()
    for (const opId of offered) if (deps.kept(opId)) wishes.accepted.add(opId)
  }

  function send(request: SyncRequest): void {
    const onTheWay = (where: string) => strike(`send.${where}`)
    if (request.kind === 'batch') noteHeld(request.items)
    onTheWay('before')
    if (dice.chance(0.3)) alive.engine.meanwhile()
    const answer = way.carry(request, faults)
    time.monotonicMs += 20
    onTheWay('committed')
    // The wish may change while the request is under way.
    if (dice.chance(faults * 0.3)) wishing.change()
    while (dice.chance(0.6) && alive.engine.meanwhile());
    onTheWay('half-read')
    alive.engine.done(answer)
    onTheWay('settled')
  }

  function noteHeld(items: readonly string[]): void {
    const held = alive.holds.held()
    for (const item of items) {
      const { opId }: { opId: string } = JSON.parse(item)
      if (held.has(opId)) sentWhileHeld.push(opId)
    }
  }

  function round(): number {
    let slept = 0
    step(() => {
      const { request, wakeInMs } = alive.engine.next()
      if (request !== null) return send(request)
      if (alive.fallen()) return
      slept = Math.min(wakeInMs ?? 60_000, 3_600_000)
      time.monotonicMs += slept
      time.wallMs += slept
    })
    return slept
  }

  /** Death on the way is no matter of the store. */
  function step(work: () => void): void {
    offered.length = 0
    try {
      work()
      if (alive.fallen()) reborn()
    } catch (error) {
      if (!(error instanceof Death)) throw error
      reborn()
    }
  }

  return {
    wishes,
    time,
    deaths,
    sentWhileHeld,
    store: () => alive.store,
    engine: () => alive.engine,
    wish(kind) {
      step(() => {
        wishing[kind]()
        alive.engine.nudge('accepted')
      })
    },
    round,
    crash: reborn,
    setFaults: (level) => void (faults = level),
  }
}
