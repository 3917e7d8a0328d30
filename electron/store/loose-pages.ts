import { numberSearch } from '../../core/scan/number-search.ts'
import type { LooseCard, LoosePage, LooseQuery } from '../../core/scan/scan.ts'
import type { Database } from './database.ts'
import { looseColumns, looseHeld } from './loose-reads.ts'
import { type Boundary, readCursor, writeCursor } from './page-cursor.ts'
import { positionOf } from './page-position.ts'

/** Nothing is a part of every label, also of none. */
const matching = `coalesce((label IS NULL) = (? = 'unknown'), 1) AND NOT ${looseHeld}
  AND (instr(lower(coalesce(label, '')), ?) > 0 OR instr(uid, ?) > 0
    OR uid IN (SELECT value FROM json_each(?)))`

/** From an end of the list, or behind the boundary `(last_seen_at, uid)`; the newest are first. */
export function loosePageSql(forward: boolean, bounded: boolean): string {
  const order = forward ? 'DESC' : 'ASC'
  const behind = bounded ? `AND (last_seen_at, uid) ${forward ? '<' : '>'} (?, ?)` : ''
  return `SELECT ${looseColumns} FROM loose_card WHERE ${matching} ${behind}
    ORDER BY last_seen_at ${order}, uid ${order} LIMIT ?`
}
const countSql = `SELECT count(*) AS n FROM loose_card WHERE ${matching}`

/** Matches no hexadecimal. */
const nothing = '-'

/** Pages of cards that nobody has; inside the caller's transaction. */
export function createLoosePages(db: Database): (query: LooseQuery) => LoosePage {
  const count = db.prepare<(string | null)[], { n: number }>(countSql)
  const walk = (forward: boolean) => ({
    whole: db.prepare<(string | number | null)[], LooseCard>(loosePageSql(forward, false)),
    behind: db.prepare<(string | number | null)[], LooseCard>(loosePageSql(forward, true)),
  })
  const walks = { forward: walk(true), backward: walk(false) }

  return function page(query) {
    const { source, search, direction, limit } = query
    const { part, equal } = numberSearch(search)
    const asked = [source, search.trim().toLowerCase(), part ?? nothing, JSON.stringify(equal)]
    const along = (way: LooseQuery['direction'], at: Place | null, most: number) =>
      at === null
        ? walks[way].whole.all(...asked, most)
        : walks[way].behind.all(...asked, at.key, at.id, most)

    const total = count.get(...asked)?.n ?? 0
    const forward = direction === 'forward'
    const at = query.at === null ? null : readCursor(query.at, 'last-seen')
    // The last page begins where it would begin when walked to from the first.
    const wanted = forward || at !== null ? limit : total % limit || limit
    const rows = along(direction, at, wanted)
    if (at !== null && !forward && rows.length < limit) {
      return page({ ...query, direction: 'forward', at: null })
    }
    if (at !== null && forward && rows.length === 0 && total > 0) {
      return page({ ...query, direction: 'backward', at: null })
    }
    if (!forward) rows.reverse()
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) {
      return { rows: [], total, from: 0, next: null, previous: null }
    }
    const before = along('backward', placeOf(first), 1).length > 0
    const after = along('forward', placeOf(last), 1).length > 0
    const from = positionOf({ forward, at, before, after, rows: rows.length, total })
    const cursor = (card: LooseCard, index: number) =>
      writeCursor('last-seen', { ...placeOf(card), index })
    return {
      rows,
      total,
      from,
      next: after ? cursor(last, from - 1 + rows.length) : null,
      previous: before ? cursor(first, from - 1) : null,
    }
  }
}

type Place = Pick<Boundary, 'key' | 'id'>

const placeOf = ({ lastSeenAt, uid }: LooseCard): Place => ({ key: lastSeenAt, id: uid })
