import type { PersonKind } from '../../core/person.ts'
import { type SortLanguage, sortKey } from '../../core/sort-key.ts'
import type { Boundary } from './page-cursor.ts'
import type { ListOrder } from './people-pages.ts'
import type { SearchQuery, SearchTerm } from './search-text.ts'
import { sortColumns } from './sort-order.ts'

/** What is looked for among whom. */
export type Search = {
  readonly kind: PersonKind
  readonly query: Exclude<SearchQuery, { kind: 'everybody' }>
}

export type Question = { readonly sql: string; readonly values: readonly (string | number)[] }

/** Along a list, behind a boundary or from its beginning. */
export type Way = ListOrder & { readonly at: Boundary | null }

/** Of all that match, in no order and without a look at the records. */
export function rowsQuestion({ kind, query }: Search, language: SortLanguage): Question {
  if (query.kind === 'terms') return termsQuestion(kind, query.terms)
  const range = prefixRange(query.text, language)
  const begins = (column: string) =>
    `SELECT row FROM record WHERE deleted = 0 AND kind = ? AND ${column} >= ? AND ${column} < ?`
  const { name, email } = sortColumns[language]
  return {
    sql: `${begins(name)} UNION ${begins(email)}`,
    values: [kind, ...range, kind, ...range],
  }
}

export function termsQuestion(kind: PersonKind, terms: readonly SearchTerm[]): Question {
  return {
    sql: `SELECT rowid AS row FROM ${kind}_search WHERE ${kind}_search MATCH ?`,
    values: [trigrams(terms)],
  }
}

/** As far as so many answers. */
export function limited({ sql, values }: Question, most: number): Question {
  return { sql: `${sql} LIMIT ${most}`, values }
}

/** `id` and `key` of all that match; terms in `looked` are not looked up but looked for in the records. */
export function hitsQuestion(
  { kind, query }: Search,
  order: ListOrder,
  looked: readonly SearchTerm[],
): Question {
  const rest = query.kind === 'terms' ? query.terms.filter((term) => !looked.includes(term)) : []
  const found =
    query.kind === 'terms'
      ? termsQuestion(kind, rest)
      : rowsQuestion({ kind, query }, order.language)
  const filter = containing(looked)
  return {
    sql: `SELECT record.id AS id, ${keyOf(order)} AS key
      FROM (${found.sql}) AS found CROSS JOIN record ON record.row = found.row
      ${looked.length === 0 ? '' : `WHERE ${filter.sql.replaceAll('search_text', 'record.search_text')}`}`,
    values: [...found.values, ...filter.values],
  }
}

/** The same of those whose rows are given as JSON. */
export function placesSql(order: ListOrder): string {
  return `SELECT row, record.id AS id, ${keyOf(order)} AS key
    FROM json_each(?) AS asked CROSS JOIN record ON record.row = asked.value`
}

/** The first that match among the next `passed` of the list, by a look at each. */
export function lookQuestion(
  { kind, query }: Search,
  way: Way,
  passed: number,
  limit: number,
): Question {
  const behind = behindOf(way)
  const { name, email } = sortColumns[way.language]
  const looked =
    query.kind === 'prefix'
      ? beginning(query.text, way.language, [name, email])
      : containing(query.terms)
  return {
    sql: `SELECT id, key FROM (
        SELECT id, ${keyOf(way)} AS key, ${name}, ${email}, search_text FROM record
        WHERE deleted = 0 AND kind = ? ${behind.sql} ORDER BY ${along(way)} LIMIT ${passed}
      ) WHERE ${looked.sql} LIMIT ?`,
    values: [kind, ...behind.values, ...looked.values, limit],
  }
}

/** The rows of the next of the list, from its index alone. */
export function alongQuestion(kind: PersonKind, way: Way, limit: number): Question {
  const behind = behindOf(way)
  return {
    sql: `SELECT row FROM record WHERE deleted = 0 AND kind = ? ${behind.sql}
      ORDER BY ${along(way)} LIMIT ?`,
    values: [kind, ...behind.values, limit],
  }
}

const keyOf = ({ language, sort }: ListOrder) => sortColumns[language][sort]

function along(way: Way): string {
  const direction = way.ascending ? 'ASC' : 'DESC'
  return `${keyOf(way)} ${direction}, id ${direction}`
}

function behindOf(way: Way): Question {
  if (way.at === null) return { sql: '', values: [] }
  const side = way.ascending ? '>' : '<'
  return { sql: `AND (${keyOf(way)}, id) ${side} (?, ?)`, values: [way.at.key, way.at.id] }
}

/** From this (inclusive) until that. */
function prefixRange(text: string, language: SortLanguage): [string, string] {
  const prefix = sortKey(text, language)
  return [prefix, `${prefix}\u{10FFFF}`]
}

function beginning(text: string, language: SortLanguage, columns: readonly string[]): Question {
  const range = prefixRange(text, language)
  return {
    sql: columns.map((column) => `${column} >= ? AND ${column} < ?`).join(' OR '),
    values: columns.flatMap(() => range),
  }
}

function containing(terms: readonly SearchTerm[]): Question {
  const one = (term: SearchTerm) => term.map(() => 'instr(search_text, ?) > 0').join(' OR ')
  return { sql: terms.map((term) => `(${one(term)})`).join(' AND '), values: terms.flat() }
}

/** The full-text query: each spelling as a phrase in quotes, so that nothing in it is an operator. */
function trigrams(terms: readonly SearchTerm[]): string {
  const phrase = (text: string) => `"${text.replaceAll('"', '""')}"`
  return terms.map((term) => `(${term.map(phrase).join(' OR ')})`).join(' AND ')
}
