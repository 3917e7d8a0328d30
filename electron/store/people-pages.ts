import type { PendingPage, PendingQuery, PendingSort } from '../../core/pending-page.ts'
import type { PersonKind } from '../../core/person.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { positionOf } from './page-position.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import { sortColumns } from './sort-order.ts'

/** One of the orders that a list can be in. */
export type ListOrder = {
  readonly sort: PendingSort
  readonly language: SortLanguage
  readonly ascending: boolean
}

/** From the beginning of the order, or behind the boundary `(key, id)`. */
export function pageSql({ sort, language, ascending }: ListOrder, bounded: boolean): string {
  const key = sortColumns[language][sort]
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
  language: () => SortLanguage,
): (query: PendingQuery) => PendingPage {
  const walks = createWalks(db, kind)
  const total = db.prepare<[string], { n: number }>('SELECT n FROM tally WHERE name = ?')

  return function page(query) {
    const { sort, limit, descending } = query
    const count = total.get(kind)?.n ?? 0
    const forward = query.direction === 'forward'
    const at = query.at === null ? null : readCursor(query.at, sort)
    const order = (ascending: boolean) => ({ sort, language: language(), ascending })
    // The last page begins where it would begin when walked to from the first.
    const wanted = forward || at !== null ? limit : count % limit || limit
    const rows = walks(order(forward !== descending), at, wanted)
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
    const before = walks(order(descending), boundary(first, 0), 1).length > 0
    const after = walks(order(!descending), boundary(last, 0), 1).length > 0
    const from = positionOf({ forward, at, before, after, rows: rows.length, total: count })
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

/** Statements are made when an order is first asked for: of a dozen, most are never. */
function createWalks(db: Database, kind: PersonKind) {
  const made = new Map<string, ReturnType<typeof walk>>()
  return (order: ListOrder, at: Boundary | null, limit: number) => {
    const name = `${order.language} ${order.sort} ${order.ascending}`
    const known = made.get(name) ?? walk(db, kind, order)
    made.set(name, known)
    return known(at, limit)
  }
}

function walk(db: Database, kind: PersonKind, order: ListOrder) {
  const whole = db.prepare<[string, number], Row>(pageSql(order, false))
  const behind = db.prepare<[string, string | number, string, number], Row>(pageSql(order, true))
  return (at: Boundary | null, limit: number) =>
    at === null ? whole.all(kind, limit) : behind.all(kind, at.key, at.id, limit)
}

const boundary = (row: Row, index: number): Boundary => ({ key: row.sortKey, id: row.id, index })
