import { mayGrant } from '../../core/role.ts'
import { fail, ok } from '../../contracts/result.ts'
import { readDirectory } from '../store/directory.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Handlers } from './handlers.ts'
import { actorIn } from './in-account.ts'

/** What access can be given to and by; not for those who may give none. */
export function directoryHandler(db: CloudDatabase): Handlers['directory'] {
  return async ({ session, params }) => {
    const actor = await actorIn(db, session, params.accountId)
    if (!actor.ok) return actor
    if (!mayGrant(actor.value.role)) return fail('forbidden')
    return ok(await readDirectory(db, params.accountId))
  }
}
