import {
  type IdleMinutes,
  type LockSettings,
  isLaxer,
  isTooSimple,
  waitAfter,
} from '../../core/desk-lock.ts'
import { type Result, fail } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { WriteRefusal } from '../store/desk-store.ts'
import type { KeptLock, LockStore, PinHash } from '../store/lock-store.ts'

/** Makes and compares what is kept of a PIN; takes a tenth of a second on purpose. */
export type Pins = {
  readonly hash: (pin: string) => Promise<PinHash>
  readonly matches: (pin: string, kept: PinHash) => Promise<boolean>
}

export type PinGateDeps = {
  readonly store: LockStore
  readonly pins: Pins
  readonly monotonicMs: () => number
}

export type PinRefusal = 'no-pin' | 'wrong-pin' | 'too-many-attempts'

/** The PIN of one desk. One question at a time: the caller sees to it. */
export type PinGate = {
  readonly settings: () => LockSettings
  readonly check: (pin: string) => Promise<Result<void, PinRefusal | WriteRefusal>>
  readonly setPin: (
    wish: Wish,
  ) => Promise<Result<void, PinRefusal | 'pin-too-simple' | WriteRefusal>>
  /** Whoever passes an open desk must not be able to keep it open. */
  readonly setIdle: (wish: Omit<Wish, 'pin'>) => Promise<Result<void, PinRefusal | WriteRefusal>>
  /** Their person was recognised in another way: they may set another PIN without the present one. */
  readonly recognised: () => Result<void, StoreRefusal>
  /** The desk is locked: whoever comes next has to be recognised again. */
  readonly locked: () => void
  /** Of a person who goes on in another of their accounts. */
  readonly kept: () => KeptLock | null
  readonly takeOver: (lock: KeptLock) => Result<void, WriteRefusal>
}

type Wish = {
  readonly pin: string
  readonly present: string | null
  readonly idleMinutes: IdleMinutes
}

/**
 * Growing waits between wrong PINs. Failures are on disk before a PIN is looked at, so that ending the
 * program in between wins nothing; the wait runs on the monotonic clock from the last failure or, after a
 * restart, from the start anew: neither a restart nor another date shortens it.
 */
export function createPinGate({ store, pins, monotonicMs }: PinGateDeps): PinGate {
  let waitsFrom = monotonicMs()
  let recognised = false

  const waitMs = (failures: number) =>
    Math.max(0, waitAfter(failures) - (monotonicMs() - waitsFrom))

  async function check(pin: string) {
    const kept = store.kept()
    if (kept === null) return fail('no-pin')
    const left = waitMs(kept.failures)
    if (left > 0) return fail('too-many-attempts', inSeconds(left))
    const counted = store.setFailures(kept.failures + 1)
    if (!counted.ok) return counted
    waitsFrom = monotonicMs()
    if (await pins.matches(pin, kept.pin)) return store.setFailures(0)
    waitsFrom = monotonicMs()
    return fail('wrong-pin', inSeconds(waitMs(kept.failures + 1)))
  }

  return {
    settings() {
      const kept = store.kept()
      if (kept === null) return { pin: false, idleMinutes: 0, asksPresent: false }
      return { pin: true, idleMinutes: kept.idleMinutes, asksPresent: !recognised }
    },
    check,
    async setPin({ pin, present, idleMinutes }) {
      if (isTooSimple(pin)) return fail('pin-too-simple')
      if (store.kept() !== null && !recognised) {
        if (present === null) return fail('wrong-pin')
        const checked = await check(present)
        if (!checked.ok) return checked
      }
      const kept = store.keep({ pin: await pins.hash(pin), failures: 0, idleMinutes })
      if (kept.ok) recognised = false
      return kept
    },
    async setIdle({ present, idleMinutes }) {
      const kept = store.kept()
      if (kept === null) return fail('no-pin')
      if (isLaxer(idleMinutes, kept.idleMinutes) && !recognised) {
        if (present === null) return fail('wrong-pin')
        const checked = await check(present)
        if (!checked.ok) return checked
      }
      return store.setIdle(idleMinutes)
    },
    recognised() {
      recognised = true
      return store.setFailures(0)
    },
    locked: () => void (recognised = false),
    kept: store.kept,
    takeOver: store.keep,
  }
}

function inSeconds(ms: number) {
  return ms === 0 ? {} : { detail: { retryInSeconds: Math.ceil(ms / 1000) } }
}
