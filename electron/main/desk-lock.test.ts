import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ok } from '../../contracts/result.ts'
import type { LockSettings } from '../../core/desk-lock.ts'
import type { SessionView } from '../../core/session.ts'
import { createDeskLock } from './desk-lock.ts'

const locked: SessionView = { state: 'locked', name: 'Aino', demo: false, taps: 0 }
const out: SessionView = { state: 'signed-out', cloudUrl: '', email: '', waiting: [] }
const withPin: LockSettings = { pin: true, idleMinutes: 2, asksPresent: true }

/** Time, the system's idle seconds and its events as the test wants them. */
function aDesk({ touchId = null as null | (() => Promise<void>), windowLocks = true } = {}) {
  const world = { now: 0, idle: 0, view: out as SessionView | null, told: 0, forced: 0, opened: 0 }
  const timers: { at: number; run: () => void }[] = []
  let settings = (_next: LockSettings | null) => {}
  const power = Object.assign(new EventEmitter(), { getSystemIdleTime: () => world.idle })
  const unanswered = () => Promise.reject(new Error('nobody asks for that'))
  const lock = createDeskLock({
    asked: {
      settings: unanswered,
      setIdle: unanswered,
      keep: unanswered,
      kept: unanswered,
      setPin: unanswered,
      unlock: unanswered,
      now: () => {
        world.forced += 1
        return Promise.resolve(ok(locked))
      },
      changed: (listener) => {
        settings = listener
        return () => {}
      },
    },
    process: {
      unlock: () => {
        world.opened += 1
        return Promise.resolve(ok(out))
      },
    },
    view: () => world.view,
    powerMonitor: power,
    touchId: touchId && { canPromptTouchID: () => true, promptTouchID: touchId },
    reason: () => 'unlock this desk',
    tellWindow() {
      world.told += 1
      if (windowLocks) world.view = locked
    },
    now: () => world.now,
    after(ms, run) {
      const timer = { at: world.now + ms, run }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
  })
  lock.start()
  settings(withPin)
  return {
    lock,
    world,
    power,
    settings: (next: LockSettings | null) => settings(next),
    /** Seconds during which nobody touches anything, in steps of one. */
    pass: (seconds: number) => {
      for (let n = 0; n < seconds; n += 1) {
        world.now += 1_000
        world.idle += 1
        for (const timer of timers.filter(({ at }) => at <= world.now)) {
          timers.splice(timers.indexOf(timer), 1)
          timer.run()
        }
      }
    },
  }
}

describe('a desk where nobody is', () => {
  it('is locked after the minutes that were chosen, by the window first', () => {
    const { world, pass } = aDesk()
    pass(119)
    expect(world.told).toBe(0)
    pass(6)
    expect(world.told).toBe(1)
  })

  it('is locked all the same where the window does not', () => {
    const { world, pass } = aDesk({ windowLocks: false })
    pass(119)
    expect(world.forced).toBe(0)
    pass(3)
    expect(world.forced).toBe(1)
  })

  it('is not locked again behind the back of whoever has opened it at once', () => {
    const { lock, world, power, pass } = aDesk()
    power.emit('lock-screen')
    lock.hasLocked()
    world.view = out
    pass(2)
    expect(world.forced).toBe(0)
  })

  it('stays open for whoever uses it, or another program', () => {
    const { lock, world, pass } = aDesk()
    pass(100)
    lock.used()
    pass(100)
    world.idle = 0
    pass(100)
    expect(world.told).toBe(0)
  })

  it('is locked by the window’s own input where the system cannot tell', () => {
    const { world, pass, power } = aDesk()
    power.getSystemIdleTime = () => -1
    pass(125)
    expect(world.told).toBe(1)
  })

  it('is not kept open by a card alone, except in a roster or a quick scan', () => {
    const { lock, world, pass } = aDesk()
    lock.shows('roster')
    for (let n = 0; n < 10; n += 1) {
      pass(60)
      lock.tapped()
    }
    expect(world.told).toBe(0)
    lock.shows('user-invitations')
    pass(60)
    lock.tapped()
    pass(65)
    expect(world.told).toBe(1)
  })

  it('is never locked without a PIN, nor by idleness where that is off', () => {
    const { settings, world, pass, power } = aDesk()
    settings({ ...withPin, idleMinutes: 0 })
    pass(600)
    expect(world.told).toBe(0)
    settings({ ...withPin, pin: false })
    power.emit('lock-screen')
    expect(world.told).toBe(0)
  })
})

describe('the screen of the computer', () => {
  it('locks the desk when it is locked', () => {
    const { world, power } = aDesk()
    power.emit('lock-screen')
    expect(world.told).toBe(1)
  })
})

describe('the door', () => {
  it.each([locked, { state: 'starting' } as const, null])(
    'lets nothing through that tells of people or cards while the view is %j',
    (view) => {
      const { lock, world } = aDesk()
      world.view = view
      for (const path of ['people.pending', 'reader.tapped', 'reader.status', 'log.all', 7])
        expect(lock.isOpen(path)).toBe(false)
      for (const path of ['session.get', 'lock.unlock', 'sync.status', 'session.signOut'])
        expect(lock.isOpen(path)).toBe(true)
    },
  )

  it('is open otherwise', () => {
    expect(aDesk().lock.isOpen('people.pending')).toBe(true)
  })
})

describe('the system’s own recognition', () => {
  it('opens the desk when it has recognised its person, and not otherwise', async () => {
    const known = aDesk({ touchId: () => Promise.resolve() })
    expect(known.lock.answering.system()).toEqual(ok(true))
    expect(await known.lock.answering.unlockBySystem()).toMatchObject({ ok: true })
    const unknown = aDesk({ touchId: () => Promise.reject(new Error('cancelled')) })
    expect(await unknown.lock.answering.unlockBySystem()).toMatchObject({ code: 'not-recognised' })
    expect(unknown.world.opened).toBe(0)
    const without = aDesk()
    expect(without.lock.answering.system()).toEqual(ok(false))
    expect(await without.lock.answering.unlockBySystem()).toMatchObject({ code: 'not-recognised' })
  })
})
