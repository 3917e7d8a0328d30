import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import {
  type Question,
  type Search,
  type Way,
  hitsQuestion,
  sortedQuestion,
  walkEndQuestion,
  walkQuestion,
} from './search-sql.ts'

/** Up to so many matches are counted, sorted and numbered exactly. */
export const exactUpTo = 10_000

type Hit = { readonly id: string; readonly key: string | number }

export type SearchPages = {
  readonly page: (search: Search, query: PendingQuery) => PendingPage
  /** The first that match, by name. */
  readonly ids: (search: Search, most: number) => readonly string[]
}

/**
 * Few matches are taken from the full-text index and sorted; of many the next page is found sooner by
 * walking along the list and looking at each row, unless they all lie far away.
 */
export function createSearchPages(db: Database, language: () => SortLanguage): SearchPages {
  const rowsOf = db.prepare<[string], PersonColumns>(
    `SELECT ${personColumns} FROM json_each(?) AS asked CROSS JOIN record ON record.id = asked.value
     ORDER BY asked.key`,
  )

  const ask = ({ sql, values }: Question) =>
    db.prepare<(string | number)[], Hit>(sql).all(...values)

  /** In the order of the list; null: too many. */
  function few(search: Search, sort: PendingSort, descending: boolean): Hit[] | null {
    const hits = hitsQuestion(search, sort, language())
    const sql = `SELECT id, key FROM (${hits.sql}) LIMIT ${exactUpTo + 1}`
    const found = ask({ sql, values: hits.values })
    if (found.length > exactUpTo) return null
    return found.toSorted(descending ? (a, b) => compare(b, a) : compare)
  }

  /** The next of many. */
  function next(search: Search, way: Way, limit: number): Hit[] {
    const walked = ask(walkQuestion(search, way, language(), limit))
    const isAll = walked.length === limit || ask(walkEndQuestion(search, way)).length === 0
    return isAll ? walked : ask(sortedQuestion(search, way, language(), limit))
  }

  function pageOf(hits: readonly Hit[], query: PendingQuery, place: Place): PendingPage {
    const first = hits[0]
    const last = hits.at(-1)
    const { from, total, totalIsExact } = place
    const ids = JSON.stringify(hits.map(({ id }) => id))
    const cursor = (hit: Hit | undefined, index: number) =>
      hit === undefined ? null : writeCursor(query.sort, { ...hit, index })
    return {
      rows: rowsOf.all(ids).map(readPersonRow),
      total,
      totalIsExact,
      from: hits.length === 0 ? 0 : from,
      next: place.after ? cursor(last, from - 1 + hits.length) : null,
      previous: place.before ? cursor(first, from - 1) : null,
    }
  }

  function pageOfFew(hits: readonly Hit[], query: PendingQuery): PendingPage {
    const { limit } = query
    const start = startAmong(hits, query)
    return pageOf(hits.slice(start, start + limit), query, {
      from: start + 1,
      total: hits.length,
      totalIsExact: true,
      before: start > 0,
      after: start + limit < hits.length,
    })
  }

  function pageOfMany(search: Search, query: PendingQuery): PendingPage {
    const { sort, limit, descending } = query
    const forward = query.direction === 'forward'
    const at = query.at === null ? null : readCursor(query.at, sort)
    const found = next(search, { sort, ascending: forward !== descending, at }, limit + 1)
    const more = found.length > limit
    const hits = found.slice(0, limit)
    // Rows vanished around the page: the nearest end of the list instead.
    if (at !== null && forward && hits.length === 0) {
      return pageOfMany(search, { ...query, direction: 'backward', at: null })
    }
    if (at !== null && !forward && hits.length < limit) {
      return pageOfMany(search, { ...query, direction: 'forward', at: null })
    }
    if (!forward) hits.reverse()
    const before = forward ? at !== null : more
    const from = before ? Math.max(2, fromOf(at, forward, hits.length)) : 1
    const total = Math.max(exactUpTo, from - 1 + hits.length)
    const after = forward ? more : at !== null
    return pageOf(hits, query, { from, total, totalIsExact: false, before, after })
  }

  return {
    page: (search, query) => {
      const hits = few(search, query.sort, query.descending)
      return hits === null ? pageOfMany(search, query) : pageOfFew(hits, query)
    },
    ids: (search, most) => {
      const way = { sort: 'name', ascending: true, at: null } as const
      const hits = few(search, 'name', false) ?? next(search, way, most)
      return hits.slice(0, most).map(({ id }) => id)
    },
  }
}

type Place = Pick<PendingPage, 'from' | 'total' | 'totalIsExact'> & {
  readonly before: boolean
  readonly after: boolean
}

/** Near enough: positions among many are only known from the beginning. */
function fromOf(at: Boundary | null, forward: boolean, rows: number): number {
  if (at === null) return exactUpTo - rows + 1
  return forward ? at.index + 1 : at.index - rows + 1
}

/** The index of the page's first row. */
function startAmong(
  hits: readonly Hit[],
  { sort, limit, direction, descending, ...query }: PendingQuery,
) {
  const at = query.at === null ? null : readCursor(query.at, sort)
  const lastStart = Math.max(0, Math.floor((hits.length - 1) / limit) * limit)
  if (at === null) return direction === 'forward' ? 0 : lastStart
  const side = (hit: Hit) => (descending ? compare(at, hit) : compare(hit, at))
  const behind = hits.findIndex((hit) => side(hit) > 0)
  if (direction === 'forward') return behind === -1 ? lastStart : behind
  const reached = hits.findIndex((hit) => side(hit) >= 0)
  return Math.max(0, (reached === -1 ? hits.length : reached) - limit)
}

function compare(a: Hit, b: Hit): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}
