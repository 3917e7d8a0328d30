import type { ItemResult } from '../../contracts/cloud-api.ts'
import { ok } from '../../contracts/result.ts'
import type { Observe } from '../observe.ts'
import { runBatch } from '../operations/run-batch.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Handlers } from './handlers.ts'
import { actorIn } from './in-account.ts'

export function batchHandler(
  db: CloudDatabase,
  deps: {
    readonly now: () => Date
    readonly mailQueued: () => void
    readonly onBug: (error: unknown) => void
    readonly observe: Pick<Observe, 'batch'>
  },
): Handlers['batch'] {
  return async ({ session, params, body }) => {
    const actor = await actorIn(db, session, params.accountId, 'batch')
    if (!actor.ok) return actor
    const results = await runBatch(db, actor.value, body.items, deps)
    if (results.some(hasMailToSend)) deps.mailQueued()
    deps.observe.batch(results)
    return ok({ results })
  }
}

function hasMailToSend(result: ItemResult): boolean {
  return result.outcome === 'applied' && result.change.state?.mail?.state === 'queued'
}
