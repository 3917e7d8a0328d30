import { ok } from '../../core/outcome.ts'
import { type ScanOutcome, type ScanRule, labelOf, numberAfter } from '../../core/scan/scan.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'
import { createForgetting } from './loose-forgetting.ts'
import { createLoosePages } from './loose-pages.ts'
import { createLooseReads } from './loose-reads.ts'
import type { LooseStore, SeenLoose } from './loose-store.ts'

type Labelling = Extract<ScanOutcome, { kind: 'labelled' | 'again' | 'full' }>

export function createLooseCards(db: Database): LooseStore {
  const reads = createLooseReads(db)
  const page = createLoosePages(db)
  const forgetting = createForgetting(db)
  const stop = db.prepare<[string]>('UPDATE scan SET ended_at = ? WHERE ended_at IS NULL')
  const start = db.prepare<(string | number)[]>(
    `INSERT INTO scan (id, prefix, digits, next, started_at) VALUES (?, ?, ?, ?, ?)`,
  )
  const setEnd = db.prepare<[string | null, string]>('UPDATE scan SET ended_at = ? WHERE id = ?')
  const setNext = db.prepare<[string, string]>('UPDATE scan SET next = ? WHERE id = ?')
  const seen = db.prepare<(string | number)[]>(
    `INSERT INTO loose_card (uid, reader, first_seen_at, last_seen_at, taps, met, atr, read_by)
     VALUES (?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET
       reader = excluded.reader, last_seen_at = excluded.last_seen_at, taps = taps + 1,
       met = max(met, excluded.met), atr = iif(excluded.atr = '', atr, excluded.atr),
       read_by = excluded.read_by`,
  )
  const write = db.prepare<string[]>(
    `UPDATE loose_card SET label = ?, number = ?, scan_id = ?, place = 1 + coalesce(
       (SELECT max(place) FROM loose_card AS other WHERE other.scan_id = ?), 0) WHERE uid = ?`,
  )
  const erase = db.prepare<[string]>(
    `UPDATE loose_card SET label = NULL, number = NULL, scan_id = NULL, place = NULL WHERE uid = ?`,
  )
  const remove = db.prepare<[string]>('DELETE FROM loose_card WHERE uid = ?')

  /** From this number on the first one whose label nobody and no card has. */
  function freeNumber(rule: ScanRule): { number: string; label: string } | null {
    for (let number = rule.next; ; number = numberAfter(number)) {
      const label = labelOf({ ...rule, next: number })
      if (label === null) return null
      if (!reads.isTaken(label)) return { number, label }
    }
  }

  function see(card: SeenLoose, uid: string, met: 0 | 1) {
    const { reader, at, atr = '', source = 'reader' } = card
    seen.run(uid, reader, at, at, met, atr, source)
  }

  return {
    running: () => db.read(reads.running),
    lastRule: () => db.read(reads.newest),
    rows: (scanId) => db.read(() => reads.all(scanId)),
    labelOf: (uid) => db.read(() => reads.card(uid)?.label ?? null),
    page: (query) => db.read(() => page(query)),
    view: (scanId) =>
      db.read(() => {
        const scan = reads.scan(scanId)
        if (scan === undefined) return null
        const { id, startedAt, endedAt, ...rule } = scan
        const nextLabel = freeNumber(rule)?.label ?? null
        const [count, recent] = [reads.count(id), reads.recent(id)]
        return { id, startedAt, endedAt, nextLabel, count, recent }
      }),
    start: ({ scanId, rule, at }) =>
      db.attempt(() => {
        if (reads.scan(scanId) !== undefined) return ok()
        stop.run(at)
        const first = freeNumber(rule)?.number ?? rule.next
        start.run(scanId, rule.prefix, rule.digits, first, at)
        return ok()
      }),
    end: (scanId, at, now) =>
      db.attempt(() => {
        if (at === null && reads.running() !== scanId) stop.run(now)
        setEnd.run(at, scanId)
        return ok()
      }),
    label: (scanId, card) =>
      db.attempt<Labelling, WriteRefusal>(() => {
        const known = reads.card(card.uid)
        const uid = known?.uid ?? card.uid
        if (known?.label != null) {
          see(card, uid, 0)
          return ok({ kind: 'again', label: known.label })
        }
        const scan = reads.scan(scanId)
        const free = scan === undefined ? null : freeNumber(scan)
        if (free === null) return ok({ kind: 'full' })
        see(card, uid, 0)
        write.run(free.label, free.number, scanId, scanId, uid)
        setNext.run(numberAfter(free.number), scanId)
        return ok({ kind: 'labelled', label: free.label })
      }),
    undo: (scanId, uid) =>
      db.attempt(() => {
        const last = reads.last(scanId)
        if (last === undefined || last.uid !== uid) return ok()
        if (last.met === 1) erase.run(uid)
        else remove.run(uid)
        setNext.run(last.number, scanId)
        return ok()
      }),
    met: (card, since) =>
      db.attempt(() => {
        forgetting.old(since)
        const uid = reads.card(card.uid)?.uid ?? card.uid
        see(card, uid, 1)
        const kept = reads.card(uid)
        if (kept === undefined) throw new Error('a card that was kept is gone')
        return ok(kept)
      }),
    forget: forgetting.forget,
    restore: forgetting.restore,
    forgetOld: (since) => db.attempt(() => ok(forgetting.old(since))),
  }
}
