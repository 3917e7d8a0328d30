import { writeSync } from 'node:fs'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { createHolds } from '../../electron/sync/holds.ts'
import { createSyncEngine } from '../../electron/sync/create-sync-engine.ts'
import type { SyncRequest } from '../../electron/sync/sync-engine.ts'
import { openDeskDatabase } from '../support/desk-database.ts'
import { createWishing, wishKinds } from '../support/desk-wishes.ts'
import { createMortalDatabase } from '../support/mortal-database.ts'
import { createRandomness } from '../support/randomness.ts'
import { makeDriverMortal } from '../support/mortal-driver.ts'
import type { DoomedDesk, FromDesk, ToDesk } from './kill-messages.ts'
import { reshaped } from './reshaped.ts'

/**
 * A program of its own with a real file: wishes, sends through its parent and prints each op id once it is
 * promised to be kept, until it is killed by itself at a labelled point, by the witness of its disk or by
 * its parent. `!` and the point come before a death at a point.
 */
const { file, seed, lives, aim, steps }: DoomedDesk = JSON.parse(process.argv[2] ?? '{}')
const dice = createRandomness(seed)
const time = { monotonicMs: 1000, wallMs: Date.parse('2026-11-23T08:00:00Z') }
const monotonicMs = () => time.monotonicMs
const wallTime = () => new Date(time.wallMs).toISOString()
makeDriverMortal(die)
const mortal = createMortalDatabase(openDeskDatabase(file, reshaped(lives)), die)
const store = mortal.name(createDeskStore(mortal.db))
const holds = createHolds({ monotonicMs })
const clock = { monotonicMs, wallTime, random: dice.next, newId: () => dice.uuid() }
// Small batches, so that one is made ready while another is under way.
const atOnce = 1 + dice.below(10)
const outbox: typeof store.outbox = {
  ...store.outbox,
  claim: ({ items, ...limits }) =>
    store.outbox.claim({ ...limits, items: Math.min(items, atOnce) }),
}
const engine = createSyncEngine({ store: { ...store, outbox }, holds, clock })
const { wishes, wishing } = createWishing({
  store: () => store,
  holds: () => holds,
  dice,
  wallTime,
  offered: () => {},
  seen: () => ({ version: 0, state: {} }),
})
const told = new Set<string>()
let settled = false

function die(point: string): void {
  // Not always the first time; but what happens once in a life is not to be missed.
  if (point !== aim || (!isRare(point) && dice.chance(0.3))) return
  writeSync(1, `!${point}\n`)
  process.kill(process.pid, 'SIGKILL')
  // The signal may come a moment later; nothing may happen until then.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function isRare(point: string): boolean {
  return /^(outbox\.recover|close)/.test(point) || (lives > 0 && point.startsWith('migration'))
}

function tell(): void {
  for (const opId of wishes.accepted) {
    if (!told.has(opId)) writeSync(1, `${opId}\n`)
    told.add(opId)
  }
}

async function round(): Promise<void> {
  const { request, wakeInMs } = engine.next()
  if (request === null) {
    time.monotonicMs += Math.min(wakeInMs ?? 60_000, 3_600_000)
    return
  }
  die('send.before')
  const asking = ask(request)
  if (dice.chance(0.5)) engine.meanwhile()
  const answer = await asking
  while (dice.chance(0.5) && engine.meanwhile());
  time.monotonicMs += 20
  die('send.committed')
  settled = answer.settled
  die('send.half-read')
  engine.done(answer.answer)
  die('send.settled')
}

function ask(request: SyncRequest): Promise<ToDesk> {
  const asked: FromDesk = { ask: request }
  return new Promise((resolve) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own parent
    process.once('message', (message) => resolve(message as ToDesk))
    process.send?.(asked)
  })
}

function idle(): boolean {
  const { ready, inflight, parked } = store.outbox.counts()
  if (parked > 0) wishing.decide()
  return ready + inflight + parked === 0 && settled
}

for (let n = 0; steps === null ? !idle() && n < 4000 : n < steps; n += 1) {
  if (steps !== null && dice.chance(0.4)) {
    wishing[dice.pick(wishKinds)]()
    engine.nudge('accepted')
    tell()
  } else await round()
}
store.close()
process.disconnect()
