import { type Result, ok } from '../../contracts/result.ts'
import type { TransportCode } from './cloud-client.ts'

/**
 * Whether something is there that answers. Fetch never tells that a connection stands, so whoever has been
 * silent is first asked something that takes no time to answer: a network that swallows everything is
 * known within seconds, however long a batch may take.
 */
export type Reach = {
  /** To be called before a request. Any reply is good, also a foreign page: that is told by the request itself. */
  readonly before: () => Promise<Result<void, TransportCode>>
  readonly replied: () => void
}

/** A connection that was used so recently is taken to stand still. */
const freshForMs = 10_000

export function createReach(deps: {
  /** Asks within the time that a connection may take. */
  readonly ask: () => Promise<Result<unknown, TransportCode>>
  readonly monotonicMs: () => number
}): Reach {
  let freshUntil = -Infinity
  let asking: Promise<Result<void, TransportCode>> | null = null

  async function ask(): Promise<Result<void, TransportCode>> {
    const answer = await deps.ask()
    asking = null
    return answer.ok ? ok() : answer
  }

  return {
    before() {
      if (deps.monotonicMs() < freshUntil) return Promise.resolve(ok())
      asking ??= ask()
      return asking
    },
    replied: () => void (freshUntil = deps.monotonicMs() + freshForMs),
  }
}
