import { fail, ok } from '../../contracts/result.ts'
import { lineOf, linesAfter, linesBefore } from '../store/desk-log.ts'
import { feedState } from '../store/feed.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Cursors } from './cursor.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

/** The desk log in both directions. The end is read before the lines, so that no cursor runs ahead of them. */
export function logHandler(db: CloudDatabase, cursors: Cursors): Handlers['log'] {
  return async ({ session, params, query }) => {
    const actor = await actorIn(db, session, params.accountId, 'log')
    if (!actor.ok) return actor
    const view = viewOf(actor.value)
    const { log: end } = await feedState(db, view.accountId)
    const given = query.newerThan ?? query.olderThan
    const at = given === undefined ? end + 1 : cursors.read(view, given)
    // A position beyond the end is of a log that was put back to an earlier state.
    if (at === null || (given !== undefined && at > end)) return fail('cursor.expired')

    const limit = query.limit + 1
    const forward = query.newerThan !== undefined
    const rows = forward
      ? await linesAfter(db, view, { after: at, upTo: end, limit })
      : await linesBefore(db, view, { before: at, limit })
    const page = rows.slice(0, query.limit)
    const hasMore = rows.length > page.length
    const last = page.at(-1)?.seq ?? at
    return ok({
      lines: page.map((row) => lineOf(view, row)),
      next: cursors.write(view, forward && !hasMore ? end : last),
      hasMore,
      newest: cursors.write(view, end),
    })
  }
}
