import type { Restored } from '../../core/restored.ts'
import { createHash } from 'node:crypto'
import type { CloudApi } from '../../contracts/cloud-api.ts'
import { fail, ok } from '../../contracts/result.ts'
import { mayReadLog } from '../../core/role.ts'
import { erasedFor } from '../store/erasures.ts'
import { type View, feedState } from '../store/feed.ts'
import { changesBetween, livingRows, livingVersions } from '../store/feed-pages.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { changeOf } from '../store/records.ts'
import type { Cursors } from './cursor.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

type Endpoints = Extract<keyof CloudApi, 'changes' | 'snapshot' | 'digest'>

/**
 * What a desk pulls. The head is always read before the rows, so that no cursor runs ahead of them. A page
 * of changes is read together with its head: what changed between the two would be missing in a whole pull.
 */
export function changesHandlers(
  db: CloudDatabase,
  {
    cursors,
    logCursors,
    pulled,
    restored,
  }: {
    readonly cursors: Cursors
    readonly logCursors: Cursors
    readonly pulled: (behind: number) => void
    readonly restored: Restored | null
  },
): Pick<Handlers, Endpoints> {
  return {
    async changes({ session, params, query }) {
      const actor = await actorIn(db, session, params.accountId, 'changes')
      if (!actor.ok) return actor
      const view = viewOf(actor.value)
      const reader = { ...view, personId: actor.value.personId }
      const from = query.cursor ?? null
      const after = from === null ? 0 : cursors.read(view, from)
      if (after === null) return fail('cursor.expired')
      const { state, rows } = await pageAfter(db, view, after, query.limit + 1)
      const { head, purged, directory, log, erased } = state
      // A position beyond the head is of a feed that was put back to an earlier state.
      if (after > head) return fail('cursor.expired')
      if (from !== null && after < purged) return fail('cursor.expired')

      pulled(head - after)

      const page = rows.slice(0, query.limit)
      const hasMore = rows.length > page.length
      const next = hasMore ? (page.at(-1)?.seq ?? head) : head
      return ok({
        from,
        next: cursors.write(view, next),
        hasMore,
        changes: page.map(({ change }) => change),
        directory,
        restored,
        erased: erased === 0 ? 0 : await erasedFor(db, reader),
        log: mayReadLog(actor.value.role) ? logCursors.write(view, log) : null,
      })
    },

    async snapshot({ session, params, query }) {
      const actor = await actorIn(db, session, params.accountId, 'snapshot')
      if (!actor.ok) return actor
      const view = viewOf(actor.value)
      const { head } = await feedState(db, view.accountId)
      const page = { after: query.after, limit: query.limit + 1 }
      const rows = await livingRows(db, view, page)
      const records = rows.slice(0, query.limit).map(changeOf)
      const cursor = cursors.write(view, head)
      return ok({ cursor, records, hasMore: rows.length > records.length, restored })
    },

    async digest({ session, params }) {
      const actor = await actorIn(db, session, params.accountId, 'digest')
      if (!actor.ok) return actor
      const view = viewOf(actor.value)
      const [head, rows] = await picture(db, async (pictured) => {
        const state = await feedState(pictured, view.accountId)
        return [state.head, await livingVersions(pictured, view)] as const
      })
      const cursor = cursors.write(view, head)
      return ok({ cursor, count: rows.length, buckets: bucketHashes(rows) })
    },
  }
}

/** Changes with the head that they go up to. Most desks ask in vain, and then nothing is looked for. */
async function pageAfter(db: CloudDatabase, view: View, after: number, limit: number) {
  const state = await feedState(db, view.accountId)
  if (state.head === after) return { state, rows: [] }
  return picture(db, async (pictured) => {
    const now = await feedState(pictured, view.accountId)
    const range = { after, upTo: now.head, limit }
    return { state: now, rows: await changesBetween(pictured, view, range) }
  })
}

/** What is read sees the account at one moment: in PostgreSQL each statement sees another one otherwise. */
function picture<T>(db: CloudDatabase, read: (pictured: CloudDatabase) => Promise<T>): Promise<T> {
  const transaction = db.transaction().setIsolationLevel('repeatable read')
  return transaction.setAccessMode('read only').execute(read)
}

function bucketHashes(rows: readonly { readonly id: string; readonly version: number }[]) {
  const hashes = Array.from({ length: 16 }, () => createHash('sha256'))
  for (const { id, version } of rows) {
    hashes[Number.parseInt(id.slice(-1), 16)]?.update(`${id}:${version}\n`)
  }
  return hashes.map((hash) => hash.digest('hex'))
}
