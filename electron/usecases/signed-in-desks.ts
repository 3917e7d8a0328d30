import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import { mayRevokeDesks } from '../../core/role.ts'
import type { MemberDesk, SignedInDesk } from '../../core/signed-in-desk.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Refusal = 'signed-out' | 'cloud-away' | 'sign-in-needed' | 'cloud-trouble'
type MemberRefusal = Refusal | 'desks-not-allowed'

/** Where the person who works here is signed in, this computer included. */
export async function listDesks(place: Workplace): Promise<Result<SignedInDesk[], Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.desks()
  return answer.ok ? ok(answer.value.desks) : failureOf(answer)
}

export async function revokeDesks(
  place: Workplace,
  body: { readonly id: string | null },
): Promise<Result<void, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await desk.signIns.revokeDesks(body)
  return answer.ok ? ok() : failureOf(answer)
}

/** Where the members of the account are signed in. */
export async function listMemberDesks(
  place: Workplace,
): Promise<Result<MemberDesk[], MemberRefusal>> {
  const desk = deskOfAdmin(place)
  if (!desk.ok) return desk
  const answer = await desk.value.signIns.memberDesks()
  return answer.ok ? ok(answer.value.desks) : memberFailureOf(answer)
}

export async function revokeMemberDesk(
  place: Workplace,
  body: { readonly personId: string; readonly id: string },
): Promise<Result<void, MemberRefusal>> {
  const desk = deskOfAdmin(place)
  if (!desk.ok) return desk
  const answer = await desk.value.signIns.revokeMemberDesk(body)
  return answer.ok ? ok() : memberFailureOf(answer)
}

function deskOfAdmin(place: Workplace): Result<OpenDesk, 'signed-out' | 'desks-not-allowed'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return mayRevokeDesks(desk.identity.account.role) ? ok(desk) : fail('desks-not-allowed')
}

function memberFailureOf(failure: Failure<CloudFailure>): Failure<MemberRefusal> {
  const isRefused = failure.code === 'forbidden' || failure.code === 'not-found'
  return isRefused ? fail('desks-not-allowed') : failureOf(failure)
}

function failureOf({ code }: Failure<CloudFailure>): Failure<Refusal> {
  if (code === 'network') return fail('cloud-away')
  return code === 'token.invalid' ? fail('sign-in-needed') : fail('cloud-trouble')
}
