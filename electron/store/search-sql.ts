import type { PendingSort } from '../../core/pending-page.ts'
import type { PersonKind } from '../../core/person.ts'
import { type SortLanguage, sortKey } from '../../core/sort-key.ts'
import type { Boundary } from './page-cursor.ts'
import { sortColumns } from './people-pages.ts'
import { type SearchQuery, type SearchTerm, isShort } from './search-text.ts'

/** What is looked for among whom. */
export type Search = {
  readonly kind: PersonKind
  readonly query: Exclude<SearchQuery, { kind: 'everybody' }>
}

export type Question = { readonly sql: string; readonly values: readonly (string | number)[] }

/** Rows passed by a walk before it gives up on finding a page. */
export const walkedAtMost = 10_000

/** `id` and `key` of all that match, from the index of what is looked for; in no order. */
export function hitsQuestion(
  { kind, query }: Search,
  sort: PendingSort,
  language: SortLanguage,
): Question {
  const key = sortColumns[sort]
  if (query.kind === 'prefix') {
    const range = prefixRange(query.text, language)
    const begins = (column: string) =>
      `SELECT id, ${key} AS key FROM record
       WHERE deleted = 0 AND kind = ? AND ${column} >= ? AND ${column} < ?`
    return {
      sql: `${begins('name_key')} UNION ${begins('email_key')}`,
      values: [kind, ...range, kind, ...range],
    }
  }
  const long = query.terms.filter(([term]) => !isShort(term))
  const short = containing(query.terms.filter(([term]) => isShort(term)))
  return {
    sql: `SELECT record.id AS id, ${key} AS key
      FROM ${kind}_search AS found CROSS JOIN record ON record.row = found.rowid
      WHERE ${kind}_search MATCH ? ${short.sql.replaceAll('search_text', 'record.search_text')}`,
    values: [trigrams(long), ...short.values],
  }
}

/** Up to `most` rows, one for each that matches: as far as possible without a look at the record. */
export function countQuestion(search: Search, language: SortLanguage, most: number): Question {
  const { kind, query } = search
  if (query.kind === 'terms' && query.terms.every(([term]) => !isShort(term))) {
    return {
      sql: `SELECT count(*) AS n FROM (
        SELECT rowid FROM ${kind}_search WHERE ${kind}_search MATCH ? LIMIT ${most})`,
      values: [trigrams(query.terms)],
    }
  }
  const hits = hitsQuestion(search, 'name', language)
  return { sql: `SELECT count(*) AS n FROM (${hits.sql} LIMIT ${most})`, values: hits.values }
}

/** The first that match along the order of the list, among the next `walkedAtMost` rows. */
export function walkQuestion(
  { kind, query }: Search,
  way: Way,
  language: SortLanguage,
  limit: number,
): Question {
  const key = sortColumns[way.sort]
  const behind = behindOf(way, key)
  const range = query.kind === 'prefix' ? prefixRange(query.text, language) : []
  const filter =
    query.kind === 'prefix'
      ? {
          sql: 'AND (name_key >= ? AND name_key < ? OR email_key >= ? AND email_key < ?)',
          values: [...range, ...range],
        }
      : containing(query.terms)
  return {
    sql: `SELECT id, key FROM (
        SELECT id, ${key} AS key, name_key, email_key, search_text FROM record
        WHERE deleted = 0 AND kind = ? ${behind.sql} ORDER BY ${orderOf(way, key)} LIMIT ${walkedAtMost}
      ) WHERE true ${filter.sql} LIMIT ?`,
    values: [kind, ...behind.values, ...filter.values, limit],
  }
}

/** Whether there are rows behind those that a walk has passed. */
export function walkEndQuestion({ kind }: Search, way: Way): Question {
  const key = sortColumns[way.sort]
  const behind = behindOf(way, key)
  return {
    sql: `SELECT id, ${key} AS key FROM record WHERE deleted = 0 AND kind = ? ${behind.sql}
      ORDER BY ${orderOf(way, key)} LIMIT 1 OFFSET ${walkedAtMost}`,
    values: [kind, ...behind.values],
  }
}

/** The same as a walk finds, from the index of what is looked for. */
export function sortedQuestion(
  search: Search,
  way: Way,
  language: SortLanguage,
  limit: number,
): Question {
  const hits = hitsQuestion(search, way.sort, language)
  const behind = behindOf(way, 'key')
  return {
    sql: `SELECT id, key FROM (${hits.sql}) WHERE true ${behind.sql}
      ORDER BY ${orderOf(way, 'key')} LIMIT ?`,
    values: [...hits.values, ...behind.values, limit],
  }
}

export type Way = {
  readonly sort: PendingSort
  readonly ascending: boolean
  readonly at: Boundary | null
}

function orderOf({ ascending }: Way, key: string): string {
  const order = ascending ? 'ASC' : 'DESC'
  return `${key} ${order}, id ${order}`
}

function behindOf({ ascending, at }: Way, key: string): Question {
  if (at === null) return { sql: '', values: [] }
  return { sql: `AND (${key}, id) ${ascending ? '>' : '<'} (?, ?)`, values: [at.key, at.id] }
}

/** From this (inclusive) until that. */
function prefixRange(text: string, language: SortLanguage): [string, string] {
  const prefix = sortKey(text, language)
  return [prefix, `${prefix}\u{10FFFF}`]
}

function containing(terms: readonly SearchTerm[]): Question {
  const one = (term: SearchTerm) => term.map(() => 'instr(search_text, ?) > 0').join(' OR ')
  return {
    sql: terms.map((term) => `AND (${one(term)})`).join(' '),
    values: terms.flat(),
  }
}

/** The full-text query: each spelling as a phrase in quotes, so that nothing in it is an operator. */
function trigrams(terms: readonly SearchTerm[]): string {
  const phrase = (text: string) => `"${text.replaceAll('"', '""')}"`
  return terms.map((term) => `(${term.map(phrase).join(' OR ')})`).join(' AND ')
}
