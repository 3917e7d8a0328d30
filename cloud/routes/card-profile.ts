import { fail, ok } from '../../contracts/result.ts'
import { maySetCardProfile } from '../../core/role.ts'
import { replaceCardProfile } from '../store/card-profile.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Handlers } from './handlers.ts'
import { actorIn } from './in-account.ts'

/** How the account's cards are read. Desks hear of it with the version of the directory. */
export function cardProfileHandler(db: CloudDatabase): Handlers['setCardProfile'] {
  return async ({ session, params: { accountId }, body }) => {
    const actor = await actorIn(db, session, accountId)
    if (!actor.ok) return actor
    if (!maySetCardProfile(actor.value.role)) return fail('forbidden')
    const change = { ifVersion: body.ifVersion, profile: body.cardProfile }
    const version = await replaceCardProfile(db, accountId, change)
    return version === null ? fail('stale') : ok({ version })
  }
}
