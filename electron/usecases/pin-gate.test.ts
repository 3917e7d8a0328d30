import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../contracts/result.ts'
import type { IdleMinutes } from '../../core/desk-lock.ts'
import type { KeptLock, LockStore } from '../store/lock-store.ts'
import { type Pins, createPinGate } from './pin-gate.ts'

const hashOf = (pin: string) => ({ salt: Buffer.alloc(16), hash: Buffer.from(pin), cost: 2 })

/** A desk whose PIN is 7391, over what a disk keeps; `start` is the program started again. */
function aDesk() {
  const disk: { lock: KeptLock | null; full: boolean } = {
    lock: { pin: hashOf('7391'), failures: 0, idleMinutes: 5 },
    full: false,
  }
  let now = 0
  let looked = 0
  const change = (next: Partial<KeptLock>) => {
    if (disk.full) return fail('disk-full')
    if (disk.lock !== null) disk.lock = { ...disk.lock, ...next }
    return ok()
  }
  const store: LockStore = {
    kept: () => disk.lock,
    keep: (lock) => {
      disk.lock = lock
      return ok()
    },
    setIdle: (idleMinutes) => change({ idleMinutes }),
    setFailures: (failures) => change({ failures }),
  }
  const pins: Pins = {
    hash: (pin) => Promise.resolve(hashOf(pin)),
    matches(pin, kept) {
      looked += 1
      return Promise.resolve(kept.hash.equals(Buffer.from(pin)))
    },
  }
  const start = () => createPinGate({ store, pins, monotonicMs: () => now })
  return { disk, start, pass: (ms: number) => void (now += ms), looked: () => looked }
}

async function fails(gate: ReturnType<ReturnType<typeof aDesk>['start']>, times: number) {
  for (let n = 0; n < times; n += 1) await gate.check('0000')
}

describe('the time after which a desk locks itself', () => {
  const setIdle = (gate: ReturnType<ReturnType<typeof aDesk>['start']>, idleMinutes: IdleMinutes) =>
    gate.setIdle({ idleMinutes, present: null })

  it('is made longer, or for ever, with the PIN alone, and its guesses count', async () => {
    const desk = aDesk()
    const gate = desk.start()
    expect(await setIdle(gate, 0)).toMatchObject({ code: 'wrong-pin' })
    const guess = await gate.setIdle({ idleMinutes: 10, present: '0000' })
    expect(guess).toMatchObject({ code: 'wrong-pin' })
    expect(desk.disk.lock).toMatchObject({ idleMinutes: 5, failures: 1 })
    expect(await gate.setIdle({ idleMinutes: 0, present: '7391' })).toMatchObject({ ok: true })
    expect(desk.disk.lock).toMatchObject({ idleMinutes: 0, failures: 0 })
  })

  it('is made shorter by anybody, and as they like by whom the desk has just recognised', async () => {
    const desk = aDesk()
    const gate = desk.start()
    expect(await setIdle(gate, 1)).toMatchObject({ ok: true })
    gate.recognised()
    expect(await setIdle(gate, 30)).toMatchObject({ ok: true })
    gate.locked()
    expect(await setIdle(gate, 0)).toMatchObject({ code: 'wrong-pin' })
  })
})

describe('the PIN of a desk', () => {
  it('opens it, and forgets the slips before', async () => {
    const desk = aDesk()
    const gate = desk.start()
    await fails(gate, 2)
    expect(await gate.check('7391')).toMatchObject({ ok: true })
    expect(desk.disk.lock?.failures).toBe(0)
  })

  it('is not even looked at while a wait runs, also where it is right', async () => {
    const desk = aDesk()
    const gate = desk.start()
    await fails(gate, 2)
    const third = { ok: false, code: 'wrong-pin', detail: { retryInSeconds: 5 } }
    expect(await gate.check('0000')).toEqual(third)
    const looked = desk.looked()
    desk.pass(4_999)
    const waits = { ok: false, code: 'too-many-attempts', detail: { retryInSeconds: 1 } }
    expect(await gate.check('7391')).toEqual(waits)
    expect(desk.looked()).toBe(looked)
    desk.pass(1)
    expect(await gate.check('7391')).toMatchObject({ ok: true })
  })

  it('waits anew from the start when the program was started again', async () => {
    const desk = aDesk()
    await fails(desk.start(), 3)
    desk.pass(4_999)
    const again = desk.start()
    desk.pass(4_000)
    expect(await again.check('7391')).toMatchObject({ code: 'too-many-attempts' })
    desk.pass(1_000)
    expect(await again.check('7391')).toMatchObject({ ok: true })
  })

  it('has counted a guess before it is looked at, so that a kill in between wins nothing', async () => {
    const desk = aDesk()
    const guess = desk.start().check('0000')
    expect(desk.disk.lock?.failures).toBe(1)
    await guess
  })

  it('is not looked at where the guess cannot be counted', async () => {
    const desk = aDesk()
    desk.disk.full = true
    expect(await desk.start().check('7391')).toMatchObject({ code: 'disk-full' })
    expect(desk.looked()).toBe(0)
  })
})

describe('another PIN', () => {
  const wish = { pin: '2580', present: null, idleMinutes: 2 } as const

  it('wants the present one, whose guesses count as those at the lock do', async () => {
    const desk = aDesk()
    const gate = desk.start()
    expect(await gate.setPin(wish)).toMatchObject({ code: 'wrong-pin' })
    expect(await gate.setPin({ ...wish, present: '0000' })).toMatchObject({ code: 'wrong-pin' })
    expect(desk.disk.lock?.failures).toBe(1)
    expect(await gate.setPin({ ...wish, present: '7391' })).toMatchObject({ ok: true })
    expect(await gate.check('2580')).toMatchObject({ ok: true })
    expect(await gate.check('7391')).toMatchObject({ code: 'wrong-pin' })
  })

  it('wants none of somebody recognised otherwise, until the desk is locked again', async () => {
    const desk = aDesk()
    const gate = desk.start()
    gate.recognised()
    expect(gate.settings()).toMatchObject({ asksPresent: false })
    gate.locked()
    expect(await gate.setPin(wish)).toMatchObject({ code: 'wrong-pin' })
    gate.recognised()
    expect(await gate.setPin(wish)).toMatchObject({ ok: true })
    expect(gate.settings()).toEqual({ pin: true, idleMinutes: 2, asksPresent: true })
  })

  it('is refused where everybody guesses it', async () => {
    const gate = aDesk().start()
    gate.recognised()
    expect(await gate.setPin({ ...wish, pin: '1234' })).toMatchObject({ code: 'pin-too-simple' })
  })
})

describe('a desk without a PIN', () => {
  it('says so, and takes the first one of whoever works there', async () => {
    const desk = aDesk()
    desk.disk.lock = null
    const gate = desk.start()
    expect(gate.settings()).toEqual({ pin: false, idleMinutes: 0, asksPresent: false })
    expect(await gate.check('7391')).toMatchObject({ code: 'no-pin' })
    expect(await gate.setIdle({ idleMinutes: 5, present: null })).toMatchObject({ code: 'no-pin' })
    const first = { pin: '2580', present: null, idleMinutes: 0 } as const
    expect(await gate.setPin(first)).toMatchObject({ ok: true })
    expect(await gate.check('2580')).toMatchObject({ ok: true })
  })
})
