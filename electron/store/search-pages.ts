import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import {
  type Question,
  type Search,
  hitsQuestion,
  limited,
  placesSql,
  rowsQuestion,
  termsQuestion,
} from './search-sql.ts'
import type { SearchTerm } from './search-text.ts'
import { type Hit, compare, createSearchWalk } from './search-walk.ts'

/** Up to so many matches are counted, looked up and sorted. */
const fewUpTo = 10_000

export type SearchPages = {
  readonly page: (search: Search, query: PendingQuery) => PendingPage
  /** The first that match, by name. */
  readonly ids: (search: Search, most: number) => readonly string[]
}

/** Few matches are looked up and sorted; of many the next page is found along the list. */
export function createSearchPages(db: Database, language: () => SortLanguage): SearchPages {
  const peopleOf = db.prepare<[string], PersonColumns>(
    `SELECT ${personColumns} FROM json_each(?) AS asked CROSS JOIN record ON record.id = asked.value
     ORDER BY asked.key`,
  )

  const next = createSearchWalk(db)

  const rowsAsFarAs = (question: Question, most: number) => {
    const { sql, values } = limited(question, most)
    return db.numbers(sql).all(...values)
  }

  /** Terms that too many have; none when all are such. One that few have is enough to find them by. */
  function common({ kind, query }: Search): readonly SearchTerm[] {
    if (query.kind !== 'terms' || query.terms.length === 1) return []
    const many = fewUpTo + 1
    const found = query.terms.filter(
      (term) => rowsAsFarAs(termsQuestion(kind, [term]), many).length === many,
    )
    return found.length === query.terms.length ? [] : found
  }

  /** All that match, in the order of the list; null when they are many. */
  function few(search: Search, sort: PendingSort, descending: boolean): Hit[] | null {
    const order = { sort, language: language(), ascending: !descending }
    const sorted = (hits: Hit[]) => hits.toSorted(descending ? (a, b) => compare(b, a) : compare)
    const looked = common(search)
    if (looked.length > 0) {
      const { sql, values } = hitsQuestion(search, order, looked)
      return sorted(db.prepare<(string | number)[], Hit>(sql).all(...values))
    }
    const rows = rowsAsFarAs(rowsQuestion(search, order.language), fewUpTo + 1)
    if (rows.length > fewUpTo) return null
    return sorted(db.prepare<[string], Hit>(placesSql(order)).all(JSON.stringify(rows)))
  }

  function pageOf(hits: readonly Hit[], query: PendingQuery, place: Place): PendingPage {
    const first = hits[0]
    const last = hits.at(-1)
    const { from, total, totalIsExact } = place
    const ids = JSON.stringify(hits.map(({ id }) => id))
    const cursor = (hit: Hit | undefined, index: number) =>
      hit === undefined ? null : writeCursor(query.sort, { ...hit, index })
    return {
      rows: peopleOf.all(ids).map(readPersonRow),
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
    const order = { sort, language: language(), ascending: forward !== descending }
    const found = next(search, { ...order, at }, limit + 1)
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
    const after = forward ? more : at !== null
    const from = before ? Math.max(2, fromOf(at, forward, hits.length, fewUpTo)) : 1
    const total = Math.max(fewUpTo, from - 1 + hits.length)
    return pageOf(hits, query, { from, total, totalIsExact: false, before, after })
  }

  return {
    page: (search, query) => {
      const hits = few(search, query.sort, query.descending)
      return hits === null ? pageOfMany(search, query) : pageOfFew(hits, query)
    },
    ids: (search, most) => {
      const way = { sort: 'name', language: language(), ascending: true, at: null } as const
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
