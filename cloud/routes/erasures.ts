import { ok } from '../../contracts/result.ts'
import { erasuresAfter } from '../store/erasures.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

/** For every desk of the account where there may be a copy of the person. */
export function erasuresHandler(db: CloudDatabase): Handlers['erasures'] {
  return async ({ session, params, query: { after, limit } }) => {
    const actor = await actorIn(db, session, params.accountId, 'erasures')
    if (!actor.ok) return actor
    const reader = { ...viewOf(actor.value), personId: actor.value.personId }
    const rows = await erasuresAfter(db, reader, { after, limit: limit + 1 })
    return ok({ erasures: rows.slice(0, limit), hasMore: rows.length > limit })
  }
}
