import { fail, ok } from '../../contracts/result.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { notReady } from '../store/readiness.ts'
import type { Handlers } from './handlers.ts'

/** Shorter than a load balancer waits for its answer. */
const patienceMs = 2000

/** An instance that is stopping says so before any handler is asked. */
export function readyHandler(db: CloudDatabase): Handlers['ready'] {
  return async () => {
    const missing = await notReady(db, patienceMs)
    if (missing === null) return ok({ ready: true })
    return fail('unavailable', { field: missing, detail: { retryAfterSeconds: 5 } })
  }
}
