import { type PendingQuery, pendingSort } from '../../core/pending-page.ts'
import type { Database } from '../../electron/store/database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { pageSql } from '../../electron/store/people-pages.ts'
import { personColumns } from '../../electron/store/person-row.ts'
import { sortColumns } from '../../electron/store/sort-order.ts'
import { bestOfFew, timed } from './timed.ts'

const PAGE = 50

/** The statements that the store asks for a page with, against OFFSET over the same index. */
export function measurePages(db: Database, count: number) {
  const times = { keyset: [] as number[], offset: [] as number[] }
  for (const sort of pendingSort.options) {
    const key = sortColumns.nordic[sort]
    for (const ascending of [true, false]) {
      const order = ascending ? 'ASC' : 'DESC'
      const places = db.prepare<[number], { key: string | number; id: string }>(
        `SELECT ${key} AS key, id FROM record WHERE deleted = 0 AND kind = 'invitation'
         ORDER BY ${key} ${order}, id ${order} LIMIT 1 OFFSET ?`,
      )
      const keyset = db.prepare<[string, string | number, string, number]>(
        pageSql({ sort, language: 'nordic', ascending }, true),
      )
      const offset = db.prepare<[number, number]>(
        `SELECT ${personColumns}, ${key} AS sortKey FROM record WHERE deleted = 0 AND kind = 'invitation'
         ORDER BY ${key} ${order}, id ${order} LIMIT ? OFFSET ?`,
      )
      for (let part = 0; part < 1; part += 0.04) {
        const place = Math.floor(part * count)
        const { key: at, id } = places.get(place) ?? { key: '', id: '' }
        times.keyset.push(bestOfFew(() => keyset.all('invitation', at, id, PAGE)))
        times.offset.push(bestOfFew(() => offset.all(PAGE, place)))
      }
    }
  }
  return times
}

/** Three characters and more. */
export const narrow = [
  'hoffmann',
  'zoe hoffmann',
  'company 77',
  'hans.kor',
  '0400000000ff',
  'nobodyhere',
]

/** What a quarter of all have, or everybody. */
export const wide = ['mann', 'example', 'salo', 'company 1', 'er']

/** What lies together in the middle or at the end of an order, and a short word beside a common one. */
export const awkward = ['mika', 'ylva', 'örjan', 'zacharias', 'mann b', 'company 7', 'lund ö']

export type SearchTimes = {
  /** Each order of each search, as it came. */
  readonly found: number[]
  /** The same when nothing else wants the processor and the disk. */
  readonly least: number[]
  readonly like: number[]
}

/** First pages in every order, through the store, against LIKE over the texts that are looked through. */
export function measureSearches(db: Database, searches: readonly string[]): SearchTimes {
  const { people } = createDeskStore(db)
  const times: SearchTimes = { found: [], least: [], like: [] }
  const like = db.prepare<[{ text: string; most: number }]>(
    `SELECT ${personColumns} FROM record WHERE deleted = 0 AND kind = 'invitation'
       AND (first_name || ' ' || last_name LIKE @text OR email LIKE @text OR organization LIKE @text
         OR card LIKE @text)
     ORDER BY name_key, id LIMIT @most`,
  )
  for (const search of searches) {
    const query: PendingQuery = {
      sort: 'name',
      descending: false,
      limit: PAGE,
      direction: 'forward',
      search,
      at: null,
    }
    for (const sort of pendingSort.options) {
      for (const descending of [false, true]) {
        const first = timed(() => people.pendingPage({ ...query, sort, descending }))
        const again = bestOfFew(() => people.pendingPage({ ...query, sort, descending }))
        times.found.push(first)
        times.least.push(Math.min(first, again))
      }
    }
    times.like.push(timed(() => like.all({ text: `%${search}%`, most: PAGE })))
  }
  return times
}
