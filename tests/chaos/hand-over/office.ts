import { ok } from '../../../contracts/result.ts'
import { createHandedOver } from '../../../electron/store/handed-over.ts'
import {
  endHandOver,
  handOver,
  listHandOvers,
  settleHandOvers,
  takeOver,
} from '../../../electron/usecases/hand-over.ts'
import { Death, createMortalDatabase } from '../../support/mortal-database.ts'
import type { Randomness } from '../../support/randomness.ts'
import { type Ledger, createLedger } from './ledger.ts'
import type { Files } from './files.ts'
import { createColleague } from './colleague.ts'

/** One computer, three people, one program at a time; it may die at every write. */
export type Office = {
  /** Something that whoever is signed in does, or somebody else signs in. */
  step(): void
  /** Nobody dies any more, and everybody does what is left to do. */
  finish(): void
  /** Promises that do not hold at this moment. */
  broken(): readonly string[]
  /** What should be over and is not, after `finish`. */
  unfinished(): readonly string[]
  readonly deaths: ReadonlyMap<string, number>
  wished(): number
}

type Deed = 'wish' | 'send' | 'give' | 'take' | 'end' | 'sign-in'

/** Mostly what the check is about. */
const deedsDrawn: readonly [Deed, ...Deed[]] = [
  'wish',
  'send',
  'give',
  'give',
  'take',
  'take',
  'take',
  'end',
  'sign-in',
  'sign-in',
]
const deadly: ReadonlySet<Deed> = new Set(['give', 'take', 'end'])

export function createOffice(dice: Randomness, files: Files): Office {
  const ledger: Ledger = createLedger()
  const deaths = new Map<string, number>()
  let doing: Deed = 'sign-in'
  let mortal = true
  /** What somebody ended while it waited. */
  const ending = new Set<string>()
  const strike = (point: string) => {
    if (!mortal || !dice.chance(deadly.has(doing) ? 0.1 : 0.02)) return
    const label = `${doing} ${point.trim().split(' ').at(-1)}`
    deaths.set(label, (deaths.get(label) ?? 0) + 1)
    throw new Death(label)
  }
  const colleagues = files.desks.map((file, nth) =>
    createColleague({ name: `Person ${nth}`, file, dice, ledger, strike }),
  )
  let present = anybody()
  let handedOver = boot()

  function anybody() {
    const [first] = colleagues
    if (first === undefined) throw new Error('nobody works here')
    return dice.pick([first, ...colleagues.slice(1)])
  }

  /** The program starts anew on what the files hold, with the same person signed in. */
  function boot() {
    for (const colleague of colleagues) colleague.boot()
    return createHandedOver(createMortalDatabase(files.profile, strike).db)
  }

  function place() {
    const current = present.desk()
    return {
      room: { current: () => current },
      profile: { handedOver },
      reading: <T>(work: () => T) => ok(work()),
      wallTime: () => '2026-11-26T08:00:00.000Z',
      peopleChanged: () => {},
    }
  }

  const deeds: Readonly<Record<Deed, () => void>> = {
    wish: () => present.wish(),
    send: () => present.send(),
    give: () => void handOver(place(), { opIds: some(present.parked()) }),
    take() {
      // Also by a list that was shown a while ago.
      const known = dice.chance(0.5) ? offered() : waiting().map(({ opId }) => opId)
      const items = some(known).map((opId) => ({ opId, newOpId: dice.uuid() }))
      takeOver(place(), { items })
    },
    end() {
      for (const { opId, state } of some(list())) {
        if (state === 'waiting') ending.add(opId)
        endHandOver(place(), { opId })
      }
    },
    'sign-in'() {
      present = anybody()
      settleHandOvers(place(), present.desk())
    },
  }

  const some = <T>(all: readonly T[]) => all.filter(() => dice.chance(0.6))
  const list = () => {
    const listed = listHandOvers(place())
    return listed.ok ? listed.value : []
  }
  const offered = () => list().flatMap(({ opId, own }) => (own ? [] : [opId]))

  function act(which: Deed): void {
    doing = which
    try {
      deeds[which]()
    } catch (error) {
      if (!(error instanceof Death)) throw error
      handedOver = boot()
      doing = 'sign-in'
      revive()
    }
  }

  /** Also the first thing that a program does may be its last. */
  function revive(): void {
    // Whoever comes first may be somebody else.
    if (dice.chance(0.3)) present = anybody()
    try {
      settleHandOvers(place(), present.desk())
    } catch (error) {
      if (!(error instanceof Death)) throw error
      handedOver = boot()
      revive()
    }
  }

  const waiting = () => handedOver.list(present.identity)

  function noteDropped(): void {
    for (const opId of ending) {
      const kept = waiting().find((each) => each.opId === opId)
      if (kept === undefined || kept.state === 'dropped') ledger.drop(opId)
    }
    ending.clear()
  }

  return {
    step() {
      act(dice.pick(deedsDrawn))
      noteDropped()
    },
    finish() {
      mortal = false
      handedOver = boot()
      for (const colleague of [...colleagues, ...colleagues]) {
        present = colleague
        settleHandOvers(place(), present.desk())
        present.send()
        takeOver(place(), { items: offered().map((opId) => ({ opId, newOpId: dice.uuid() })) })
        present.send()
      }
    },
    broken: () => [...ledger.broken(), ...twice()],
    unfinished: () => ledger.lost([...colleagues.flatMap((each) => each.holds()), ...texts()]),
    deaths,
    wished: () => ledger.wished(),
  }

  /** Who is signed in must not be able to send what a colleague is offered. */
  function twice(): readonly string[] {
    const own = new Set(present.parked())
    const free = waiting().filter(({ state, opId }) => state === 'waiting' && own.has(opId))
    return free.map(({ opId }) => `${opId} is offered to others and still in its own queue`)
  }

  function texts(): readonly string[] {
    return waiting().flatMap(({ state, wish }) => (state === 'waiting' && wish ? [wish] : []))
  }
}
