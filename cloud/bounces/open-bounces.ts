import { type Result, ok } from '../../contracts/result.ts'
import type { Address } from '../listen.ts'
import type { Log } from '../log.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findReturned } from '../store/return-addresses.ts'
import { createBounceServer } from './bounce-server.ts'
import { takeBounce } from './take-bounce.ts'

/** Listens for reports where an address is given. */
export function openBounces(
  address: Address | undefined,
  { db, now, log }: { readonly db: CloudDatabase; readonly now: () => Date; readonly log: Log },
) {
  const server = createBounceServer({
    isKnown: async (token) => (await findReturned(db, token)) !== null,
    take: (token, message) =>
      takeBounce(db, {
        token,
        message,
        now: now(),
        tell: (facts) => log.line('mail-returned', facts),
      }),
    onBug: log.bug,
  })
  return {
    start: async (): Promise<Result<string | null, 'port-in-use' | 'address-unusable'>> =>
      address === undefined ? ok(null) : server.start(address),
    stop: () => server.stop(),
  }
}
