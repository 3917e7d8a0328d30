import type { Restored } from '../../core/restored.ts'
import { createHash } from 'node:crypto'
import type { CloudApi } from '../../contracts/cloud-api.ts'
import { fail, ok } from '../../contracts/result.ts'
import { mayReadLog } from '../../core/role.ts'
import { erasedFor } from '../store/erasures.ts'
import { feedState } from '../store/feed.ts'
import { changesBetween, livingRows, livingVersions } from '../store/feed-pages.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { changeOf } from '../store/records.ts'
import type { Cursors } from './cursor.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, viewOf } from './in-account.ts'

type Endpoints = Extract<keyof CloudApi, 'changes' | 'snapshot' | 'digest'>

/** What a desk pulls. The head is always read before the rows, so that no cursor runs ahead of them. */
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
      const { head, purged, directory, log, erased } = await feedState(db, view.accountId)
      const from = query.cursor ?? null
      const after = from === null ? 0 : cursors.read(view, from)
      // A position beyond the head is of a feed that was put back to an earlier state.
      if (after === null || after > head) return fail('cursor.expired')
      if (from !== null && after < purged) return fail('cursor.expired')

      pulled(head - after)

      const range = { after, upTo: head, limit: query.limit + 1 }
      const rows = await changesBetween(db, view, range)
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
      // One picture of the account: in PostgreSQL statements of a transaction see different ones otherwise.
      const picture = db.transaction().setIsolationLevel('repeatable read')
      const [head, rows] = await picture.execute(async (transaction) => {
        const state = await feedState(transaction, view.accountId)
        return [state.head, await livingVersions(transaction, view)] as const
      })
      const cursor = cursors.write(view, head)
      return ok({ cursor, count: rows.length, buckets: bucketHashes(rows) })
    },
  }
}

function bucketHashes(rows: readonly { readonly id: string; readonly version: number }[]) {
  const hashes = Array.from({ length: 16 }, () => createHash('sha256'))
  for (const { id, version } of rows) {
    hashes[Number.parseInt(id.slice(-1), 16)]?.update(`${id}:${version}\n`)
  }
  return hashes.map((hash) => hash.digest('hex'))
}
