import { type Result, fail } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { Workplace } from './ports.ts'

type LinkFailure = CloudRefusal | 'signed-out' | 'registered' | 'gone' | 'not-sent' | 'expired'

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
  const failure = cloudRefusal(answer, {
    registered: 'registered',
    'not-found': 'gone',
    'invitation.expired': 'expired',
  })
  // The cloud knows more than the list says.
  if (failure.code === 'registered' || failure.code === 'gone') desk.nudge('focus')
  return failure
}
