import type { PersonFields } from '../../core/person.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { createSyncEngine } from '../../electron/sync/create-sync-engine.ts'
import type { SyncEngine } from '../../electron/sync/sync-engine.ts'
import type { FaultyWay } from './faulty-way.ts'
import { withDiskFaults } from './disk-faults.ts'
import type { Randomness } from './randomness.ts'

/** A desk with its person: the real engine on a real store, time and chance from outside. */
export type SimulatedDesk = {
  /** Op ids that the desk promised to keep. */
  readonly accepted: ReadonlySet<string>
  readonly time: { monotonicMs: number; wallMs: number }
  engine(): SyncEngine
  /** One thing that a person at the desk may do. */
  act(): void
  /** Decides about one parked operation; false when there is none. */
  decide(): boolean
  /** One round of the engine: a request and its fate, or a sleep. Returns the milliseconds slept. */
  round(): number
  /** The program dies and starts again on what the disk holds. */
  crash(): void
  /** 0: no faults at all, neither on the way nor on the disk nor of the program; 1: the worst. */
  setFaults(level: number): void
}

const cards = ['1C78F2BF', '04C43BC21C2680', 'E004010203040506', '5AA1B2C3', 'DEADBEEF'] as const

export function createSimulatedDesk(deps: {
  readonly store: DeskStore
  readonly way: FaultyWay
  readonly dice: Randomness
}): SimulatedDesk {
  const { store, way, dice } = deps
  const { people } = store
  const accepted = new Set<string>()
  const known: string[] = []
  const time = { monotonicMs: 1_000, wallMs: Date.parse('2026-11-23T08:00:00Z') }
  const wallTime = () => new Date(time.wallMs).toISOString()
  let faults = 0
  let counter = 0
  let engine = boot()

  function boot(): SyncEngine {
    return createSyncEngine({
      store: withDiskFaults(store, () => dice.chance(faults * 0.03)),
      clock: {
        monotonicMs: () => time.monotonicMs,
        wallTime,
        random: dice.next,
        newId: () => dice.uuid(),
      },
    })
  }

  /** Rises with every wish, so that the cloud's history shows the order in which they were made. */
  const mark = () => String((counter += 1)).padStart(6, '0')
  const card = () => (dice.chance(0.5) ? dice.pick(cards) : null)

  function create(): void {
    const opId = dice.uuid()
    const fields: PersonFields = {
      email: dice.chance(0.6) ? `${opId}@example.com` : null,
      role: 'user',
      firstName: `First ${counter}`,
      lastName: 'Last',
      organization: '',
      additionalInformation: mark(),
      cardId: card(),
      surfaceId: '',
    }
    // A double click is one wish.
    for (let n = dice.chance(0.2) ? 2 : 1; n > 0; n -= 1) {
      if (people.acceptCreate({ opId, fields, at: wallTime() }).ok) accepted.add(opId)
    }
    known.push(opId)
  }

  function change(): void {
    const recordId = dice.pick(known)
    if (recordId === undefined || people.fields(recordId) === null) return
    const opId = dice.uuid()
    const at = wallTime()
    const set = dice.chance(0.4) ? { cardId: card() } : { firstName: `Again ${counter}` }
    const result = dice.chance(0.2)
      ? people.acceptDelete({ opId, recordId, at })
      : people.acceptUpdate({ opId, recordId, at, set: { ...set, additionalInformation: mark() } })
    if (result.ok) accepted.add(opId)
  }

  function decide(): boolean {
    const row = dice.pick(people.parked())
    if (row === undefined) return false
    const correctable = row.method !== 'delete' && row.problem.code !== 'gone'
    if (correctable && dice.chance(0.5)) {
      const newOpId = dice.uuid()
      const fields = { ...row.fields, cardId: null }
      if (people.correctParked({ opId: row.opId, newOpId, fields }).ok) accepted.add(newOpId)
    } else {
      people.discardParked(row.opId)
    }
    return true
  }

  function round(): number {
    const { request, wakeInMs } = engine.next()
    if (request === null) {
      const slept = Math.min(wakeInMs ?? 60_000, 3_600_000)
      time.monotonicMs += slept
      time.wallMs += slept
      return slept
    }
    if (dice.chance(faults * 0.05)) return crashed()
    const answer = way.carry(request, faults)
    time.monotonicMs += 20
    if (dice.chance(faults * 0.05)) return crashed()
    // The wish may change while the request is under way.
    if (dice.chance(faults * 0.3)) change()
    engine.done(answer)
    return dice.chance(faults * 0.03) ? crashed() : 0
  }

  function crashed(): number {
    engine = boot()
    return 0
  }

  return {
    accepted,
    time,
    engine: () => engine,
    act: () => (dice.chance(0.4) ? create() : change()),
    decide,
    round,
    crash: () => void crashed(),
    setFaults: (level) => void (faults = level),
  }
}
