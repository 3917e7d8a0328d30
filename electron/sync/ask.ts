import type { Result } from '../../core/outcome.ts'
import { fail } from '../../core/outcome.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'

/** Access for one identity. `access` never touches the network; `refresh` gets a new access token. */
export type SyncTokens = {
  access(): Promise<string | null>
  refresh(): Promise<Result<string, CloudFailure>>
}

/** Sends one request with a valid access token. */
export type Ask = <T>(
  send: (token: string) => Promise<Result<T, CloudFailure>>,
) => Promise<Result<T, CloudFailure>>

/** A refused token is renewed once; what is refused then is the caller's to judge. */
export function createAsk(tokens: SyncTokens, stopped: () => boolean): Ask {
  return async (send) => {
    const token = await tokens.access()
    if (token !== null) {
      const result = await send(token)
      if (result.ok || result.code !== 'token.invalid') return result
    }
    if (stopped()) return fail('network')
    const refreshed = await tokens.refresh()
    if (!refreshed.ok) return refreshed
    return stopped() ? fail('network') : send(refreshed.value)
  }
}
