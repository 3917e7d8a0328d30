import { z } from 'zod'
import type { LogFilter, LogPage, LogQuery } from '../../core/desk-log/log-page.ts'
import { sortKey } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import { type LogColumns, logColumns, readLogRow } from './log-row.ts'
import type { LogStore } from './log-store.ts'
import { parseJson } from './wish.ts'

/** Terms are looked for in any order; of a whole card number the digits that a line keeps. */
const matching = `at >= @from AND at < @until
  AND (@what IS NULL OR CASE @what WHEN 'refused' THEN refusal IS NOT NULL
    ELSE what = @what AND refusal IS NULL END)
  AND (@desk IS NULL OR desk_id = @desk)
  AND NOT EXISTS (SELECT 1 FROM json_each(@terms) WHERE instr(search_text, value) = 0)`

export const newerLogSql = `SELECT ${logColumns} FROM log_line
  WHERE ${matching} AND (at, op_id, nth) > (@at, @opId, @nth)
  ORDER BY at, op_id, nth LIMIT @limit`
export const olderLogSql = `SELECT ${logColumns} FROM log_line
  WHERE ${matching} AND (at, op_id, nth) < (@at, @opId, @nth)
  ORDER BY at DESC, op_id DESC, nth DESC LIMIT @limit`
export const countLogSql = `SELECT count(*) AS n,
    coalesce(sum((at, op_id, nth) > (@at, @opId, @nth)), 0) AS newer
  FROM log_line WHERE ${matching}`

type Place = { readonly at: string; readonly opId: string; readonly nth: number }
type Params = Record<string, string | number | null>

const beyond: Place = { at: '~', opId: '', nth: 0 }
const beginning: Place = { at: '', opId: '', nth: 0 }
const everything = 1_000_000

export function createLogPages(db: Database, deskId: () => string): Pick<LogStore, 'page' | 'all'> {
  const newer = db.prepare<[Params], LogColumns>(newerLogSql)
  const older = db.prepare<[Params], LogColumns>(olderLogSql)
  const count = db.prepare<[Params], { n: number; newer: number }>(countLogSql)
  const all = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM log_line')

  const paramsOf = ({ text, what, from, until, thisDesk }: LogFilter) => ({
    terms: JSON.stringify(termsOf(text)),
    what,
    from: from ?? '',
    until: until ?? beyond.at,
    desk: thisDesk ? deskId() : null,
  })

  function page({ filter, limit, direction, at }: LogQuery): LogPage {
    const params = paramsOf(filter)
    const place = at === null ? null : readPlace(at)
    const forward = direction === 'forward'
    const { n: total } = count.get({ ...params, ...beginning }) ?? { n: 0 }
    // The last page begins where it would begin when walked to from the first.
    const wanted = forward || place !== null ? limit : total % limit || limit
    const from = { ...params, ...(place ?? (forward ? beyond : beginning)), limit: wanted }
    const rows = forward ? older.all(from) : newer.all(from).toReversed()
    if (place !== null && rows.length < (forward ? 1 : limit) && total > 0) {
      return page({ filter, limit, direction: forward ? 'backward' : 'forward', at: null })
    }
    const [first, last] = [rows[0], rows.at(-1)]
    const known = { total, all: all.get()?.n ?? 0 }
    if (first === undefined || last === undefined) {
      return { ...known, rows: [], from: 0, next: null, previous: null }
    }
    const before = count.get({ ...params, ...placeOf(first) })?.newer ?? 0
    return {
      ...known,
      rows: rows.map(readLogRow),
      from: before + 1,
      next: before + rows.length < total ? writePlace(last) : null,
      previous: before > 0 ? writePlace(first) : null,
    }
  }

  return {
    page: (query) => db.read(() => page(query)),
    all: (filter) =>
      db.read(() =>
        older.all({ ...paramsOf(filter), ...beyond, limit: everything }).map(readLogRow),
      ),
  }
}

function termsOf(text: string): string[] {
  const terms = sortKey(text, 'other').split(/\s+/)
  return terms
    .filter((term) => term !== '')
    .map((term) => (/^[0-9a-f]{6,20}$/.test(term) ? term.slice(-4) : term))
}

const placeOf = ({ at, opId, nth }: Place): Place => ({ at, opId, nth })

const encoded = z.tuple([z.string(), z.string(), z.int()])

function writePlace({ at, opId, nth }: Place): string {
  return Buffer.from(JSON.stringify([at, opId, nth])).toString('base64url')
}

/** null for anything else: the page then starts at its end of the log. */
function readPlace(text: string): Place | null {
  const parsed = parseJson(encoded, Buffer.from(text, 'base64url').toString())
  if (parsed === null) return null
  const [at, opId, nth] = parsed
  return { at, opId, nth }
}
