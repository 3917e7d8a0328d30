import type { Unlocking } from '../../contracts/ipc-lock.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SessionView, StoreRefusal } from '../../core/session.ts'
import type { PinRefusal } from './pin-gate.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { deskView } from './session-views.ts'
import { signInAgain } from './sign-in.ts'
import type { SignInFailure } from './sign-in-failure.ts'

/** `unavailable`: the desk is locked and its file is still being opened. */
type Unlocked<Code extends string> = Result<SessionView, 'signed-out' | 'unavailable' | Code>

/** Opens a locked desk to its person, who gives the PIN or, where it is forgotten, the password. */
export async function unlockDesk(
  place: Workplace,
  proof: Unlocking,
): Promise<Unlocked<PinRefusal | SignInFailure | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail(place.lock.taps() === null ? 'signed-out' : 'unavailable')
  if (place.lock.taps() === null) return ok(place.session.view())
  if (proof.by === 'password') {
    const recognised = await signInAgain(place, desk.identity, proof)
    return recognised.ok ? recogniseIn(place) : recognised
  }
  const checked = await desk.pin.check(proof.pin)
  return checked.ok ? open(place, desk) : checked
}

/** The operating system has recognised whoever is signed in to it. */
export async function unlockBySystem(place: Workplace): Promise<Unlocked<never>> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : open(place, desk)
}

/** Signing in again entered the same desk anew. */
function recogniseIn(place: Workplace): Unlocked<never> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  desk.pin.recognised()
  return open(place, desk)
}

function open(place: Workplace, desk: OpenDesk): Unlocked<never> {
  place.lock.set(null)
  const view = deskView(place, desk)
  place.session.show(view)
  place.lockChanged(desk.pin.settings())
  place.peopleChanged()
  place.directoryChanged()
  return ok(view)
}
