import { fail, ok } from '../../contracts/result.ts'
import { replaceCardProfile } from '../store/card-profile.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../store/row-locks.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, byActor } from './in-account.ts'

/** How the account's cards are read. Desks hear of it with the version of the directory. */
export function cardProfileHandler(
  database: CloudDatabase,
  now: () => Date,
): Handlers['setCardProfile'] {
  return async ({ session, params: { accountId }, body }) => {
    const actor = await actorIn(database, session, accountId, 'setCardProfile')
    if (!actor.ok) return actor
    const change = { ifVersion: body.ifVersion, profile: body.cardProfile }
    return inTransaction(database, async (db) => {
      const version = await replaceCardProfile(db, accountId, change)
      if (version === null) return fail('stale')
      const entry = { ...byActor(actor.value), what: 'card-profile-set' } as const
      await audit(db, accountId, [entry], now().toISOString())
      return ok({ version })
    })
  }
}
