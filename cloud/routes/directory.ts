import { mayGrant } from '../../core/role.ts'
import { ok } from '../../contracts/result.ts'
import { readDirectory, readDirectoryOfCards, readRegions } from '../store/directory.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

/** What access can be given to and by, for those who may give it, and how cards are read, for every desk. */
export function directoryHandler(db: CloudDatabase): Handlers['directory'] {
  return async ({ session, params }) => {
    const actor = await actorIn(db, session, params.accountId, 'directory')
    if (!actor.ok) return actor
    const read = mayGrant(actor.value.role) ? readDirectory : readDirectoryOfCards
    const regions = await readRegions(db, viewOf(actor.value))
    return ok({ ...(await read(db, params.accountId)), regions })
  }
}
