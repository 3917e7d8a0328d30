import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import {
  type Question,
  type Search,
  type Way,
  countQuestion,
  hitsQuestion,
  sortedQuestion,
  walkEndQuestion,
  walkQuestion,
} from './search-sql.ts'

/** Up to so many matches are counted exactly. */
const exactUpTo = 10_000

/** Up to so many are looked up and sorted: about as many as are passed by a walk to a page of more. */
const sortedUpTo = 5_000

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

  function count(search: Search): number {
    const { sql, values } = countQuestion(search, language(), exactUpTo + 1)
    return db.prepare<(string | number)[], { n: number }>(sql).get(...values)?.n ?? 0
  }

  /** In the order of the list. */
  function few(search: Search, sort: PendingSort, descending: boolean): Hit[] {
    const found = ask(hitsQuestion(search, sort, language()))
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

  function pageOfMany(search: Search, query: PendingQuery, matches: number): PendingPage {
    const { sort, limit, descending } = query
    const forward = query.direction === 'forward'
    const at = query.at === null ? null : readCursor(query.at, sort)
    const found = next(search, { sort, ascending: forward !== descending, at }, limit + 1)
    const more = found.length > limit
    const hits = found.slice(0, limit)
    // Rows vanished around the page: the nearest end of the list instead.
    if (at !== null && forward && hits.length === 0) {
      return pageOfMany(search, { ...query, direction: 'backward', at: null }, matches)
    }
    if (at !== null && !forward && hits.length < limit) {
      return pageOfMany(search, { ...query, direction: 'forward', at: null }, matches)
    }
    if (!forward) hits.reverse()
    const before = forward ? at !== null : more
    const after = forward ? more : at !== null
    const known = Math.min(matches, exactUpTo)
    const from = before ? Math.max(2, fromOf(at, forward, hits.length, known)) : 1
    const totalIsExact = matches <= exactUpTo
    const total = totalIsExact ? known : Math.max(known, from - 1 + hits.length)
    return pageOf(hits, query, { from, total, totalIsExact, before, after })
  }

  return {
    page: (search, query) => {
      const matches = count(search)
      return matches > sortedUpTo
        ? pageOfMany(search, query, matches)
        : pageOfFew(few(search, query.sort, query.descending), query)
    },
    ids: (search, most) => {
      const way = { sort: 'name', ascending: true, at: null } as const
      const isMany = count(search) > sortedUpTo
      const hits = isMany ? next(search, way, most) : few(search, 'name', false)
      return hits.slice(0, most).map(({ id }) => id)
    },
  }
}

type Place = Pick<PendingPage, 'from' | 'total' | 'totalIsExact'> & {
  readonly before: boolean
  readonly after: boolean
}

/** Near enough: positions among many are only known from the beginning. */
function fromOf(at: Boundary | null, forward: boolean, rows: number, total: number): number {
  if (at === null) return total - rows + 1
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
