import { type LogLine, logRefusal, logWhat } from '../../core/desk-log/desk-log.ts'
import type { LogRow } from '../../core/desk-log/log-page.ts'
import { sortKey } from '../../core/sort-key.ts'
import type { Database } from './database.ts'

/** A line as it is stored, apart from where it stands. */
export type LogColumns = Omit<LogLine, 'what' | 'refusal'> & {
  readonly what: string
  readonly refusal: string | null
  readonly told: 0 | 1 | 2
}

export const logColumns = `op_id AS opId, nth, told, at, who, desk_id AS deskId, desk, reader,
  what, person, from_person AS "from", card, card_instead AS instead, refusal`

/** Writes lines; what a line says already is replaced, but not what it waits for. */
export function createPutLine(
  db: Database,
): (line: LogLine, of: { readonly seq: number | null; readonly told: 0 | 2 }) => void {
  const put = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO log_line (op_id, nth, outbox_seq, told, at, who, desk_id, desk, reader, what, person,
       from_person, card, card_instead, refusal, search_text)
     VALUES (@opId, @nth, @seq, @told, @at, @who, @deskId, @desk, @reader, @what, @person, @from, @card,
       @instead, @refusal, @searchText)
     ON CONFLICT (op_id, nth) DO UPDATE SET told = max(told, excluded.told), at = excluded.at,
       who = excluded.who, desk_id = excluded.desk_id, desk = excluded.desk, reader = excluded.reader,
       what = excluded.what, person = excluded.person, from_person = excluded.from_person,
       card = excluded.card, card_instead = excluded.card_instead, refusal = excluded.refusal,
       search_text = excluded.search_text`,
  )
  return (line, { seq, told }) =>
    void put.run({ ...line, seq, told, searchText: searchTextOf(line) })
}

export function readLogRow({ told, what, refusal, ...line }: LogColumns): LogRow {
  return {
    ...line,
    what: logWhat.catch('other').parse(what),
    refusal: logRefusal.nullable().catch('other').parse(refusal),
    here: told === 0,
  }
}

/** Everything that a line is found by, one text each. */
function searchTextOf({ person, from, who, desk, reader, card, instead }: LogLine): string {
  return [person, from, who, desk, reader, card, instead]
    .map((text) => sortKey(text ?? '', 'other'))
    .join('\n')
}
