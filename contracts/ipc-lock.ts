import { z } from 'zod'
import { idleMinutes, lockSettings, pin } from '../core/desk-lock.ts'
import { keptOpen } from '../core/kept-open.ts'
import { sessionView, storeRefusal } from '../core/session.ts'
import { call, event } from './door.ts'
import { typedCode } from './ipc-second-factor.ts'
import { signInCodes } from './sign-in-codes.ts'

const nothing = z.undefined()

/** Why a PIN was not taken; `too-many-attempts` with detail.retryInSeconds. */
const pinCodes = ['signed-out', 'no-pin', 'wrong-pin', 'too-many-attempts'] as const

/** How the person proves who they are. */
export const unlocking = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('pin'), pin }),
  /** At the cloud, where the PIN is forgotten. */
  z.strictObject({
    by: z.literal('password'),
    password: z.string().max(1000),
    /** After `code-needed`. */
    code: typedCode.optional(),
  }),
])
export type Unlocking = z.infer<typeof unlocking>

/** The lock of this desk. Everybody has a PIN of their own, which never leaves this computer. */
export const lock = {
  settings: call(nothing, lockSettings, ['signed-out', ...storeRefusal.options]),
  /** `present` where the settings say so and the desk is to lock itself later than it does, or never. */
  setIdle: call(z.strictObject({ idleMinutes, present: pin.nullable() }), nothing, [
    ...pinCodes,
    ...storeRefusal.options,
  ]),
  /** `present` where the settings say so. */
  setPin: call(z.strictObject({ pin, present: pin.nullable(), idleMinutes }), nothing, [
    ...pinCodes,
    'pin-too-simple',
    ...storeRefusal.options,
  ]),
  /** What is open in the page that goes with the lock; never written to disk, and told once, after it. */
  keep: call(keptOpen, nothing, ['signed-out']),
  kept: call(nothing, keptOpen, ['signed-out']),
  /** From the answer on the door is closed to everything but what a locked desk needs. */
  now: call(nothing, sessionView, ['signed-out', 'no-pin', ...storeRefusal.options]),
  unlock: call(unlocking, sessionView, [...pinCodes, ...signInCodes, ...storeRefusal.options]),
  /** null while nobody works here. */
  changed: event(lockSettings.nullable()),
}

/** The same proved by the operating system, which only main can ask. */
export const systemLock = {
  /** Whether the system can recognise its person now, as by Touch ID. */
  system: call(nothing, z.boolean(), []),
  unlockBySystem: call(nothing, sessionView, ['signed-out', 'not-recognised']),
}

/** What the window may ask and hear while the desk is locked: nothing that tells of people or cards. */
export const openWhileLocked: ReadonlySet<string> = new Set([
  'session.get',
  'session.signOut',
  'session.changed',
  'lock.now',
  'lock.unlock',
  'lock.system',
  'lock.unlockBySystem',
  'preferences.get',
  'preferences.changed',
  'sync.status',
  'sync.changed',
  // What a keyboard reader types has to go somewhere; the answer says only that it was understood.
  'reader.typed',
  'app.about',
  'app.shown',
  'app.command',
])
