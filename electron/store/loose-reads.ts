import { reversedBytes } from '../../core/card/same-card.ts'
import { fullName } from '../../core/person.ts'
import { numberSearch } from '../../core/scan/number-search.ts'
import {
  type LooseCard,
  type ScanRule,
  type ScannedCard,
  looseLimit,
} from '../../core/scan/scan.ts'
import type { Database } from './database.ts'

type Row = LooseCard & {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly email: string | null
}

export type ScanRow = ScanRule & {
  readonly id: string
  readonly startedAt: string
  readonly endedAt: string | null
}

/** The card that was labelled last, and the number in its label. */
export type LastCard = { readonly uid: string; readonly number: string; readonly met: 0 | 1 }

const columns = `uid, label, CASE WHEN label IS NULL THEN 'unknown' ELSE 'scan' END AS source, reader,
  first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt, taps`
const holderColumns = 'first_name AS firstName, last_name AS lastName, email'
/** Blocked and temporary cards are with somebody, too. */
const held = `(EXISTS (SELECT 1 FROM record WHERE record.card = loose_card.uid AND deleted = 0)
  OR EXISTS (SELECT 1 FROM other_card WHERE other_card.card = loose_card.uid))`

export const recentScannedSql = `SELECT ${columns}, ${holderColumns} FROM loose_card
  LEFT JOIN record ON record.id = coalesce(
    (SELECT id FROM record AS main WHERE main.card = loose_card.uid AND main.deleted = 0),
    (SELECT record_id FROM other_card WHERE other_card.card = loose_card.uid))
  WHERE scan_id = ? ORDER BY place DESC LIMIT ?`
export const lastScannedSql = `SELECT uid, number, met FROM loose_card
  WHERE scan_id = ? AND NOT ${held} AND place =
    (SELECT max(place) FROM loose_card AS other WHERE other.scan_id = ?)`
export const labelTakenSql = `SELECT 1 FROM record WHERE surface_id <> '' AND surface_id = ?
  UNION ALL SELECT 1 FROM loose_card WHERE label IS NOT NULL AND label = ? LIMIT 1`
/** Nothing is a part of every label, also of none. */
const matching = `coalesce((label IS NULL) = (? = 'unknown'), 1) AND NOT ${held}
  AND (instr(lower(coalesce(label, '')), ?) > 0 OR instr(uid, ?) > 0
    OR uid IN (SELECT value FROM json_each(?)))`
export const looseListSql = `SELECT ${columns} FROM loose_card WHERE ${matching}
  ORDER BY last_seen_at DESC, uid DESC LIMIT ${looseLimit}`
const looseCountSql = `SELECT count(*) AS n FROM loose_card WHERE ${matching}`

const shown = 8
/** Matches no hexadecimal. */
const nothing = '-'

/** Plain reads; inside the caller's transaction. */
export function createLooseReads(db: Database) {
  const one = db.prepare<[string], LooseCard>(`SELECT ${columns} FROM loose_card WHERE uid = ?`)
  const scan = db.prepare<[string], ScanRow>(
    `SELECT id, prefix, digits, next, started_at AS startedAt, ended_at AS endedAt FROM scan WHERE id = ?`,
  )
  const running = db.prepare<[], { id: string }>('SELECT id FROM scan WHERE ended_at IS NULL')
  const newest = db.prepare<[], ScanRule>(
    'SELECT prefix, digits, next FROM scan ORDER BY started_at DESC, id DESC LIMIT 1',
  )
  const recent = db.prepare<[string, number], Row>(recentScannedSql)
  const count = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM loose_card WHERE scan_id = ?',
  )
  const last = db.prepare<[string, string], LastCard>(lastScannedSql)
  const taken = db.prepare<[string, string]>(labelTakenSql)
  const list = db.prepare<(string | null)[], LooseCard>(looseListSql)
  const countAll = db.prepare<(string | null)[], { n: number }>(looseCountSql)

  return {
    /** In the order of bytes in which it was met first. */
    card: (uid: string) => one.get(uid) ?? one.get(reversedBytes(uid)),
    scan: (scanId: string) => scan.get(scanId),
    running: () => running.get()?.id ?? null,
    newest: () => newest.get() ?? null,
    recent: (scanId: string) => recent.all(scanId, shown).map(withHolder),
    all: (scanId: string) => recent.all(scanId, -1).map(withHolder).toReversed(),
    count: (scanId: string) => count.get(scanId)?.n ?? 0,
    last: (scanId: string) => last.get(scanId, scanId),
    isTaken: (label: string) => taken.get(label, label) !== undefined,
    list(source: LooseCard['source'] | null, search: string) {
      const { part, equal } = numberSearch(search)
      const asked = [source, search.trim().toLowerCase(), part ?? nothing, JSON.stringify(equal)]
      return { cards: list.all(...asked), total: countAll.get(...asked)?.n ?? 0 }
    },
  }
}

export type LooseReads = ReturnType<typeof createLooseReads>

function withHolder({ firstName, lastName, email, ...card }: Row): ScannedCard {
  if (firstName === null || lastName === null) return { ...card, holder: null }
  return { ...card, holder: fullName({ firstName, lastName }) || (email ?? '') }
}
