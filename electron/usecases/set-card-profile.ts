import { type Failure, type Result, fail } from '../../contracts/result.ts'
import type { CardProfile } from '../../core/card-profile.ts'
import { maySetCardProfile } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { Workplace } from './ports.ts'

type ProfileFailure =
  | 'signed-out'
  | 'cloud-away'
  | 'sign-in-needed'
  | 'profile-not-allowed'
  | 'profile-changed'
  | 'cloud-trouble'

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
    const failure = profileFailure(answer)
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

function profileFailure({ code }: Failure<CloudFailure>): Failure<ProfileFailure> {
  switch (code) {
    case 'network':
      return fail('cloud-away')
    case 'token.invalid':
      return fail('sign-in-needed')
    case 'forbidden':
      return fail('profile-not-allowed')
    case 'stale':
      return fail('profile-changed')
    case 'sign-in.wrong':
    case 'openid.away':
    case 'openid.refused':
    case 'openid.unknown':
    case 'openid.unverified':
    case 'second-factor.needed':
    case 'second-factor.wrong':
    case 'account.inactive':
    case 'region.missing':
    case 'not-found':
    case 'registered':
    case 'invitation.expired':
    case 'schema':
    case 'cursor.expired':
    case 'too-large':
    case 'upgrade':
    case 'rate-limited':
    case 'internal':
    case 'unavailable':
    case 'proxy':
    case 'tls':
    case 'tls-date':
    case 'not-a-cloud':
      return fail('cloud-trouble')
  }
}
