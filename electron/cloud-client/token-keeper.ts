import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'
import type { CloudClient, CloudFailure } from './cloud-client.ts'

/** Without an access token one is asked for with the refresh token. */
export type HeldTokens = { readonly accessToken: string | null; readonly refreshToken: string }

/** The tokens of one identity. The access token lives in memory only. */
export type TokenKeeper = {
  access(): Promise<string | null>
  /**
   * A new access token; one refresh at a time, whoever asks meanwhile gets the same answer.
   * `token.invalid`: there is nothing (any more) to refresh with, the person has to sign in.
   */
  refresh(): Promise<Result<string, CloudFailure>>
  /** After a sign-in. */
  set(tokens: HeldTokens): void
  /** After a sign-out; a refresh under way comes to nothing. */
  clear(): void
  /** Whether there is anything to sign requests with. */
  present(): boolean
}

/**
 * `save` persists the refresh token (null: delete it) and is called on every rotation, because the cloud
 * takes each one once; `ended` is what the cloud says of one that it takes no more. It must not throw; where it cannot persist, the token lives as long as the process.
 */
export function createTokenKeeper(deps: {
  readonly client: Pick<CloudClient, 'refresh'>
  readonly refreshToken: string | null
  /** Why there is none, where it is known. */
  readonly refused?: Failure<CloudFailure>
  readonly save: (refreshToken: string | null, ended?: Failure<CloudFailure>) => void
}): TokenKeeper {
  const { client, save } = deps
  let refreshToken = deps.refreshToken
  let accessToken: string | null = null
  let underWay: Promise<Result<string, CloudFailure>> | null = null
  /** Raised when a person signs in or out: answers to older questions no longer count. */
  let generation = 0
  /** Why there is nothing to refresh with. */
  let refused: Failure<CloudFailure> = deps.refused ?? fail('token.invalid')

  function take(tokens: HeldTokens | null, ended?: Failure<CloudFailure>): void {
    accessToken = tokens?.accessToken ?? null
    refreshToken = tokens?.refreshToken ?? null
    save(refreshToken, ended)
  }

  async function renew(): Promise<Result<string, CloudFailure>> {
    if (refreshToken === null) return refused
    const asked = generation
    const answer = await client.refresh({ body: { refreshToken } })
    if (asked !== generation) return accessToken === null ? fail('token.invalid') : ok(accessToken)
    if (answer.ok) {
      take(answer.value)
      return ok(answer.value.accessToken)
    }
    if (answer.code === 'token.invalid') {
      refused = answer
      take(null, answer)
    }
    return answer
  }

  function replace(tokens: HeldTokens | null): void {
    generation += 1
    refused = fail('token.invalid')
    underWay = null
    take(tokens)
  }

  return {
    access: () => Promise.resolve(accessToken),
    refresh() {
      if (underWay !== null) return underWay
      const mine = renew().finally(() => {
        if (underWay === mine) underWay = null
      })
      underWay = mine
      return mine
    },
    set: replace,
    clear: () => replace(null),
    present: () => refreshToken !== null || accessToken !== null,
  }
}
