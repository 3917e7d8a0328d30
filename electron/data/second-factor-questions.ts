import type { Result } from '../../contracts/result.ts'
import type { CloudClient, CloudFailure } from '../cloud-client/cloud-client.ts'
import type { SecondFactorQuestions } from '../usecases/ports.ts'

type AskNow = <T>(
  send: (
    client: CloudClient,
    given: { readonly token: string; readonly signal: AbortSignal },
  ) => Promise<Result<T, CloudFailure>>,
) => Promise<Result<T, CloudFailure>>

export function createSecondFactorQuestions(askNow: AskNow): SecondFactorQuestions {
  return {
    secondFactor: () => askNow((client, given) => client.secondFactor(given)),
    startSecondFactor: (body) =>
      askNow((client, given) => client.startSecondFactor({ ...given, body })),
    confirmSecondFactor: (body) =>
      askNow((client, given) => client.confirmSecondFactor({ ...given, body })),
    renewRecoveryCodes: (body) =>
      askNow((client, given) => client.renewRecoveryCodes({ ...given, body })),
    endSecondFactor: (body) =>
      askNow((client, given) => client.endSecondFactor({ ...given, body })),
  }
}
