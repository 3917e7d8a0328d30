import type { Result } from '../../contracts/result.ts'
import type { CloudClient, CloudFailure } from '../cloud-client/cloud-client.ts'
import type { SignInQuestions } from '../usecases/ports.ts'

/** What a question beside the sync is given. */
export type AskedNow = {
  readonly params: { readonly accountId: string }
  readonly token: string
  readonly signal: AbortSignal
}

/** Asks the cloud at once, with a token that is good. */
export type AskNow = <T>(
  send: (client: CloudClient, given: AskedNow) => Promise<Result<T, CloudFailure>>,
) => Promise<Result<T, CloudFailure>>

/** What a person asks about their own sign-in, and an administrator about those of others. */
export function createSignInQuestions(askNow: AskNow): SignInQuestions {
  return {
    desks: () => askNow((client, given) => client.desks(given)),
    revokeDesks: (body) => askNow((client, given) => client.revokeDesks({ ...given, body })),
    memberDesks: () => askNow((client, given) => client.memberDesks(given)),
    changePassword: (body) => askNow((client, given) => client.changePassword({ ...given, body })),
    revokeMemberDesk: (body) =>
      askNow((client, given) => client.revokeMemberDesk({ ...given, body })),
  }
}
