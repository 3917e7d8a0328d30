import { reversedBytes } from '../../core/card/same-card.ts'
import { fullName } from '../../core/person.ts'
import type { LooseCard, ScanRule, ScannedCard } from '../../core/scan/scan.ts'
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

export const looseColumns = `uid, label, CASE WHEN label IS NULL THEN 'unknown' ELSE 'scan' END AS source,
  atr, read_by AS readBy, reader,
  first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt, taps`
const holderColumns = 'first_name AS firstName, last_name AS lastName, email'
/** Blocked and temporary cards are with somebody, too. */
export const looseHeld = `(EXISTS (SELECT 1 FROM record WHERE record.card = loose_card.uid AND deleted = 0)
  OR EXISTS (SELECT 1 FROM other_card WHERE other_card.card = loose_card.uid))`

export const recentScannedSql = `SELECT ${looseColumns}, ${holderColumns} FROM loose_card
  LEFT JOIN record ON record.id = coalesce(
    (SELECT id FROM record AS main WHERE main.card = loose_card.uid AND main.deleted = 0),
    (SELECT record_id FROM other_card WHERE other_card.card = loose_card.uid))
  WHERE scan_id = ? ORDER BY place DESC LIMIT ?`
export const lastScannedSql = `SELECT uid, number, met FROM loose_card
  WHERE scan_id = ? AND NOT ${looseHeld} AND place =
    (SELECT max(place) FROM loose_card AS other WHERE other.scan_id = ?)`
export const labelTakenSql = `SELECT 1 FROM record WHERE surface_id <> '' AND surface_id = ?
  UNION ALL SELECT 1 FROM loose_card WHERE label IS NOT NULL AND label = ? LIMIT 1`
const shown = 8
/** Plain reads; inside the caller's transaction. */
export function createLooseReads(db: Database) {
  const one = db.prepare<[string], LooseCard>(
    `SELECT ${looseColumns} FROM loose_card WHERE uid = ?`,
  )
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
  }
}

export type LooseReads = ReturnType<typeof createLooseReads>

function withHolder({ firstName, lastName, email, ...card }: Row): ScannedCard {
  if (firstName === null || lastName === null) return { ...card, holder: null }
  return { ...card, holder: fullName({ firstName, lastName }) || (email ?? '') }
}
