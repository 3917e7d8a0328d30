import type { RequestOf } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SecondFactorState } from '../../core/second-factor.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Refusal =
  | CloudRefusal
  | 'signed-out'
  | 'wrong-password'
  | 'code-wrong'
  | 'too-many-attempts'
  | 'second-factor-changed'

type Proof = RequestOf<'endSecondFactor'>['body']['proof']

export function readSecondFactor(place: Workplace): Promise<Result<SecondFactorState, Refusal>> {
  return ask(place, (desk) => desk.secondFactor.secondFactor())
}

/** A secret for an app; the password is asked for, so that nobody sets one up at a desk that was left open. */
export function startSecondFactor(place: Workplace, input: { readonly password: string }) {
  return ask(place, (desk) => desk.secondFactor.startSecondFactor(input))
}

/** From here on a code is asked for too. */
export async function confirmSecondFactor(
  place: Workplace,
  input: { readonly code: string },
): Promise<Result<string[], Refusal>> {
  return codesOf(await ask(place, (desk) => desk.secondFactor.confirmSecondFactor(input)))
}

export async function renewRecoveryCodes(
  place: Workplace,
  proof: Proof,
): Promise<Result<string[], Refusal>> {
  return codesOf(await ask(place, (desk) => desk.secondFactor.renewRecoveryCodes({ proof })))
}

export async function endSecondFactor(
  place: Workplace,
  proof: Proof,
): Promise<Result<void, Refusal>> {
  const ended = await ask(place, (desk) => desk.secondFactor.endSecondFactor({ proof }))
  return ended.ok ? ok() : ended
}

function codesOf(
  answer: Result<{ readonly recoveryCodes: string[] }, Refusal>,
): Result<string[], Refusal> {
  return answer.ok ? ok(answer.value.recoveryCodes) : answer
}

async function ask<T>(
  place: Workplace,
  question: (desk: OpenDesk) => Promise<Result<T, CloudFailure>>,
): Promise<Result<T, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const answer = await question(desk)
  return answer.ok ? answer : cloudRefusal(answer, told)
}

const told = {
  'sign-in.wrong': 'wrong-password',
  'second-factor.wrong': 'code-wrong',
  'rate-limited': 'too-many-attempts',
  stale: 'second-factor-changed',
} as const
