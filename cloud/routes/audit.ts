import { fail, ok } from '../../contracts/result.ts'
import { auditBefore, auditChoices, auditPlace, entryOf } from '../store/audit-pages.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Cursors } from './cursor.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

/** The account's audit, newest first, as far as the filters let through. */
export function auditHandler(db: CloudDatabase, cursors: Cursors): Handlers['audit'] {
  return async ({ session, params, query }) => {
    const actor = await actorIn(db, session, params.accountId, 'audit')
    if (!actor.ok) return actor
    const { accountId } = actor.value
    const view = viewOf(actor.value)
    const { olderThan, limit, ...filter } = query
    const place = olderThan === undefined ? null : cursors.read(view, olderThan)
    const before = place === null ? null : await auditPlace(db, accountId, place)
    if (olderThan !== undefined && before === null) return fail('cursor.expired')

    const wish = { filter, before, limit: limit + 1 }
    const rows = await auditBefore(db, accountId, wish).execute()
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const more = rows.length > page.length && last !== undefined
    return ok({
      entries: page.map(entryOf),
      next: more ? cursors.write(view, last.seq) : null,
      ...(await auditChoices(db, accountId)),
    })
  }
}
