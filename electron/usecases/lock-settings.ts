import { type Result, fail } from '../../contracts/result.ts'
import type { IdleMinutes, LockSettings } from '../../core/desk-lock.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { PinRefusal } from './pin-gate.ts'
import type { OpenDesk, Workplace } from './ports.ts'

export function readLock(place: Workplace): Result<LockSettings, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(desk.pin.settings)
}

export async function setIdle(
  place: Workplace,
  wish: { readonly present: string | null; readonly idleMinutes: IdleMinutes },
): Promise<Result<void, 'signed-out' | PinRefusal | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const set = await desk.pin.setIdle(wish)
  if (set.ok) tellLock(place, desk)
  return set
}

/** Gives this desk's person a PIN or another one, and with it the lock. */
export async function setPin(
  place: Workplace,
  wish: {
    readonly pin: string
    readonly present: string | null
    readonly idleMinutes: IdleMinutes
  },
): Promise<Result<void, 'signed-out' | PinRefusal | 'pin-too-simple' | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const set = await desk.pin.setPin(wish)
  if (set.ok) tellLock(place, desk)
  return set
}

/** Main has to know after how long nobody is there. */
export function tellLock(place: Workplace, desk: OpenDesk): void {
  const settings = place.reading(desk.pin.settings)
  if (settings.ok) place.lockChanged(settings.value)
}
