import { type Result, fail } from '../../contracts/result.ts'
import type { CardProfile } from '../../core/card-profile.ts'
import { maySetCardProfile } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { Workplace } from './ports.ts'

type ProfileFailure = CloudRefusal | 'signed-out' | 'profile-not-allowed' | 'profile-changed'

/** Changes for all desks of the account how cards are read; only with a cloud in reach. */
export async function setCardProfile(
  place: Workplace,
  input: { readonly ifVersion: number; readonly cardProfile: CardProfile },
): Promise<Result<void, ProfileFailure | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  if (!maySetCardProfile(desk.identity.account.role)) return fail('profile-not-allowed')
  const answer = await desk.setCardProfile(input)
  if (!answer.ok) {
    const failure = cloudRefusal(answer, {
      forbidden: 'profile-not-allowed',
      stale: 'profile-changed',
    })
    // What the other one saved is worth seeing at once.
    if (failure.code === 'profile-changed') desk.nudge('focus')
    return failure
  }
  const { version } = answer.value
  return place.reading(() => {
    const known = desk.directory.get()
    // Nothing else has changed up to this version, so there is nothing to wait for.
    if (known.version === input.ifVersion) {
      desk.directory.replace({ ...known, version, cardProfile: input.cardProfile })
    }
    place.directoryChanged()
  })
}
