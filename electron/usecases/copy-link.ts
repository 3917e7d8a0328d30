import { type Failure, type Result, fail } from '../../contracts/result.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

type LinkFailure =
  | 'signed-out'
  | 'cloud-away'
  | 'sign-in-needed'
  | 'registered'
  | 'gone'
  | 'not-sent'
  | 'expired'
  | 'cloud-trouble'

/** Asks the cloud for a further link to an invitation's registration page. It is told once and not kept. */
export async function copyLink(
  place: Workplace,
  input: { readonly recordId: string },
): Promise<Result<{ url: string; expiresAt: string }, LinkFailure | StoreRefusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const standing = place.reading(() => desk.people.standing([input.recordId])[0])
  if (!standing.ok) return standing
  if (standing.value === undefined || standing.value.deleted) return fail('gone')
  if (standing.value.registered) return fail('registered')
  if (!standing.value.inCloud) return fail('not-sent')
  const answer = await desk.link(input.recordId)
  if (answer.ok) return answer
  const failure = linkFailure(answer)
  // The cloud knows more than the list says.
  if (failure.code === 'registered' || failure.code === 'gone') desk.nudge('focus')
  return failure
}

function linkFailure({ code }: Failure<CloudFailure>): Failure<LinkFailure> {
  switch (code) {
    case 'network':
      return fail('cloud-away')
    case 'token.invalid':
      return fail('sign-in-needed')
    case 'registered':
      return fail('registered')
    case 'not-found':
      return fail('gone')
    case 'invitation.expired':
      return fail('expired')
    case 'sign-in.wrong':
    case 'openid.away':
    case 'openid.refused':
    case 'openid.unknown':
    case 'openid.unverified':
    case 'second-factor.needed':
    case 'second-factor.wrong':
    case 'forbidden':
    case 'account.inactive':
    case 'region.missing':
    case 'schema':
    case 'stale':
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
