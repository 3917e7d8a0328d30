import type { Database } from './database.ts'
import {
  type Question,
  type Search,
  type Way,
  alongQuestion,
  lookQuestion,
  placesSql,
  rowsQuestion,
} from './search-sql.ts'

export type Hit = { readonly id: string; readonly key: string | number }

type Place = Hit & { readonly row: number }

export type Strides = {
  /** Rows that are looked at before all that match are fetched. */
  readonly looked: number
  /** Rows that are passed at once along an index: at first, and at most. */
  readonly first: number
  readonly longest: number
  /** Stragglers that are sooner looked up than met. */
  readonly stragglers: number
}

const longStrides: Strides = { looked: 3000, first: 4096, longest: 65_536, stragglers: 2000 }

/** Hits from whose midst the search goes out. */
const sampled = 64

/**
 * The next of many that match, in the order of a list. Those that lie everywhere are met at once. Those that
 * lie together lie anywhere, a first name in the list by name for one: all that match are fetched, and the
 * index is followed from the boundary on and, by turns, from the midst of them up and down, until there
 * are enough of the former or nearly all of the latter.
 */
export function createSearchWalk(db: Database, strides = longStrides) {
  const ask = ({ sql, values }: Question) =>
    db.prepare<(string | number)[], Hit>(sql).all(...values)
  const rowsOf = ({ sql, values }: Question) => db.numbers(sql).all(...values)

  function placesOf(rows: readonly number[], way: Way): Place[] {
    if (rows.length === 0) return []
    return db.prepare<[string], Place>(placesSql(way)).all(JSON.stringify(rows))
  }

  /** Follows the index; each step adds those of the rows passed that match. */
  function stretch(search: Search, from: Way, matches: Uint8Array) {
    const found: number[] = []
    let way = from
    let isAtEnd = false
    return {
      found,
      isAtEnd: () => isAtEnd,
      step(length: number) {
        if (isAtEnd) return
        const passed = rowsOf(alongQuestion(search.kind, way, length))
        for (const row of passed) if (matches[row] === 1) found.push(row)
        const [last] = placesOf(passed.slice(-1), way)
        if (last === undefined || passed.length < length) isAtEnd = true
        else way = { ...way, at: { ...last, index: 0 } }
      },
    }
  }

  return function next(search: Search, way: Way, limit: number): Hit[] {
    const looked = ask(lookQuestion(search, way, strides.looked, limit))
    if (looked.length === limit) return looked
    const rows = rowsOf(rowsQuestion(search, way.language))
    const midst = midstOf(placesOf(sampleOf(rows), way))
    if (midst === undefined) return []
    const matches = flagged(rows)
    const ahead = stretch(search, way, matches)
    const at = { ...midst, index: 0 }
    const up = stretch(search, { ...way, ascending: true, at }, matches)
    const down = stretch(search, { ...way, ascending: false, at }, matches)

    for (let length = strides.first; ; length = Math.min(2 * length, strides.longest)) {
      ahead.step(length)
      if (ahead.found.length >= limit || ahead.isAtEnd()) {
        return placesOf(ahead.found.slice(0, limit), way)
      }
      up.step(length)
      down.step(length)
      const inOrder = [...down.found.toReversed(), midst.row, ...up.found]
      if (rows.length - inOrder.length <= strides.stragglers) {
        for (const row of inOrder) matches[row] = 0
        const stragglers = placesOf(
          rows.filter((row) => matches[row] === 1),
          way,
        )
        const met = behind(way.ascending ? inOrder : inOrder.toReversed(), way, limit)
        return merged(met, stragglers, way).slice(0, limit)
      }
    }
  }

  /** The first behind the boundary of the way, in whose order all of them lie. */
  function behind(all: readonly number[], way: Way, limit: number): Hit[] {
    const { at } = way
    let [low, high] = [0, at === null ? 0 : all.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const [place] = placesOf(all.slice(middle, middle + 1), way)
      const side = place === undefined || at === null ? 0 : compare(place, at)
      if (way.ascending ? side > 0 : side < 0) high = middle
      else low = middle + 1
    }
    return placesOf(all.slice(low, low + limit), way)
  }
}

export function compare(a: Hit, b: Hit): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Those behind the boundary among both, in the order of the way. */
function merged(met: readonly Hit[], stragglers: readonly Hit[], way: Way): Hit[] {
  const { at, ascending } = way
  const side = (hit: Hit) => (at === null ? 1 : ascending ? compare(hit, at) : compare(at, hit))
  const all = [...met, ...stragglers.filter((hit) => side(hit) > 0)]
  return all.toSorted(ascending ? compare : (a, b) => compare(b, a))
}

function sampleOf(rows: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(rows.length / sampled))
  return rows.filter((_row, index) => index % step === 0)
}

function midstOf(places: readonly Place[]): Place | undefined {
  return places.toSorted(compare)[Math.floor(places.length / 2)]
}

function flagged(rows: readonly number[]): Uint8Array {
  let greatest = 0
  for (const row of rows) if (row > greatest) greatest = row
  const flags = new Uint8Array(greatest + 1)
  for (const row of rows) flags[row] = 1
  return flags
}
