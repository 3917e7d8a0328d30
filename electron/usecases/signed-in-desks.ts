import { type Result, fail, ok } from '../../contracts/result.ts'
import { mayRevokeDesks } from '../../core/role.ts'
import type { MemberDesk, SignedInDesk } from '../../core/signed-in-desk.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Refusal = CloudRefusal | 'signed-out'
type MemberRefusal = Refusal | 'desks-not-allowed'

/** Where the person who works here is signed in, this computer included. */
export async function listDesks(place: Workplace): Promise<Result<SignedInDesk[], Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.desks()
  return answer.ok ? ok(answer.value.desks) : cloudRefusal(answer)
}

export async function revokeDesks(
  place: Workplace,
  body: { readonly id: string | null },
): Promise<Result<void, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.revokeDesks(body)
  return answer.ok ? ok() : cloudRefusal(answer)
}

/** Where the members of the account are signed in. */
export async function listMemberDesks(
  place: Workplace,
): Promise<Result<MemberDesk[], MemberRefusal>> {
  const desk = deskOfAdmin(place)
  if (!desk.ok) return desk
  const answer = await desk.value.signIns.memberDesks()
  return answer.ok ? ok(answer.value.desks) : cloudRefusal(answer, refused)
}

export async function revokeMemberDesk(
  place: Workplace,
  body: { readonly personId: string; readonly id: string },
): Promise<Result<void, MemberRefusal>> {
  const desk = deskOfAdmin(place)
  if (!desk.ok) return desk
  const answer = await desk.value.signIns.revokeMemberDesk(body)
  return answer.ok ? ok() : cloudRefusal(answer, refused)
}

function deskOfAdmin(place: Workplace): Result<OpenDesk, 'signed-out' | 'desks-not-allowed'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return mayRevokeDesks(desk.identity.account.role) ? ok(desk) : fail('desks-not-allowed')
}

const refused = { forbidden: 'desks-not-allowed', 'not-found': 'desks-not-allowed' } as const
