import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { PersonKind } from '../../core/person.ts'
import type { Database } from './database.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'

export const sortColumns = {
  name: 'name_key',
  email: 'email_key',
  'invite-sent': 'sent_key',
} as const

/** From the beginning of the order, or behind the boundary `(key, id)`. */
export function pageSql(sort: PendingSort, ascending: boolean, bounded: boolean): string {
  const key = sortColumns[sort]
  const order = ascending ? 'ASC' : 'DESC'
  const behind = bounded ? `AND (${key}, id) ${ascending ? '>' : '<'} (?, ?)` : ''
  return `SELECT ${personColumns}, ${key} AS sortKey FROM record
    WHERE deleted = 0 AND kind = ? ${behind}
    ORDER BY ${key} ${order}, record.id ${order} LIMIT ?`
}

type Row = PersonColumns & { readonly sortKey: string | number }

/**
 * Pages of everybody of a kind by keyset: the cost does not grow with the distance from the beginning.
 * Positions are carried in the cursors and set right at both ends of the list.
 */
export function createPeoplePages(
  db: Database,
  kind: PersonKind,
): (query: PendingQuery) => PendingPage {
  const walks = createWalks(db, kind)
  const total = db.prepare<[string], { n: number }>('SELECT n FROM tally WHERE name = ?')

  return function page(query) {
    const { sort, limit, descending } = query
    const count = total.get(kind)?.n ?? 0
    const forward = query.direction === 'forward'
    const at = query.at === null ? null : readCursor(query.at, sort)
    // The last page begins where it would begin when walked to from the first.
    const wanted = forward || at !== null ? limit : count % limit || limit
    const rows = walks(sort, forward !== descending, at, wanted)
    if (at !== null && !forward && rows.length < limit) {
      return page({ ...query, direction: 'forward', at: null })
    }
    if (at !== null && forward && rows.length === 0 && count > 0) {
      return page({ ...query, direction: 'backward', at: null })
    }
    if (!forward) rows.reverse()

    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) {
      return { rows: [], total: count, totalIsExact: true, from: 0, next: null, previous: null }
    }
    const before = walks(sort, descending, boundary(first, 0), 1).length > 0
    const after = walks(sort, !descending, boundary(last, 0), 1).length > 0
    const from = position({ forward, at, before, after, rows: rows.length, total: count })
    return {
      rows: rows.map(readPersonRow),
      total: count,
      totalIsExact: true,
      from,
      next: after ? writeCursor(sort, boundary(last, from - 1 + rows.length)) : null,
      previous: before ? writeCursor(sort, boundary(first, from - 1)) : null,
    }
  }
}

function createWalks(db: Database, kind: PersonKind) {
  const prepare = (sort: PendingSort) => ({
    up: walk(db, kind, sort, true),
    down: walk(db, kind, sort, false),
  })
  const bySort = {
    name: prepare('name'),
    email: prepare('email'),
    'invite-sent': prepare('invite-sent'),
  }
  return (sort: PendingSort, ascending: boolean, at: Boundary | null, limit: number) =>
    bySort[sort][ascending ? 'up' : 'down'](at, limit)
}

function walk(db: Database, kind: PersonKind, sort: PendingSort, ascending: boolean) {
  const whole = db.prepare<[string, number], Row>(pageSql(sort, ascending, false))
  const behind = db.prepare<[string, string | number, string, number], Row>(
    pageSql(sort, ascending, true),
  )
  return (at: Boundary | null, limit: number) =>
    at === null ? whole.all(kind, limit) : behind.all(kind, at.key, at.id, limit)
}

const boundary = (row: Row, index: number): Boundary => ({ key: row.sortKey, id: row.id, index })

/** 1-based position of the first row; exact at both ends, in between as the cursor remembers it. */
function position(page: {
  readonly forward: boolean
  readonly at: Boundary | null
  readonly before: boolean
  readonly after: boolean
  readonly rows: number
  readonly total: number
}): number {
  const { forward, at, before, after, rows, total } = page
  if (!before) return 1
  const lastFrom = total - rows + 1
  if (!after || at === null) return lastFrom
  const remembered = forward ? at.index + 1 : at.index - rows + 1
  return Math.max(2, Math.min(remembered, lastFrom - 1))
}
