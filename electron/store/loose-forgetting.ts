import { ok } from '../../core/outcome.ts'
import { mostUnknown } from '../../core/scan/keeping.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'
import type { LooseStore } from './loose-store.ts'

type Row = Readonly<Record<string, string | number | null>>

/** So many can be brought back: more than anybody has time for. */
const mostUndone = 100

export const forgetAgedSql = 'DELETE FROM loose_card WHERE label IS NULL AND last_seen_at < ?'
export const forgetMoreSql = `DELETE FROM loose_card WHERE label IS NULL AND (last_seen_at, uid) <= (
  SELECT last_seen_at, uid FROM loose_card WHERE label IS NULL
  ORDER BY last_seen_at DESC, uid DESC LIMIT 1 OFFSET ${mostUnknown})`

const unlabelled = { label: null, scan_id: null, place: null, number: null, met: 1 }

const columns = `uid, label, scan_id, place, number, reader, first_seen_at, last_seen_at, taps, met, atr, read_by`

/**
 * Cards leave the disk at once. What was forgotten by hand is remembered in memory alone, for Undo: after a
 * restart it is gone for good.
 */
export function createForgetting(
  db: Database,
): Pick<LooseStore, 'forget' | 'restore'> & { readonly old: (since: string) => void } {
  const forgotten = new Map<string, Row>()
  const whole = db.prepare<[string], Row>(`SELECT ${columns} FROM loose_card WHERE uid = ?`)
  const remove = db.prepare<[string]>('DELETE FROM loose_card WHERE uid = ?')
  const aged = db.prepare<[string]>(forgetAgedSql)
  const more = db.prepare(forgetMoreSql)
  const insert = db.prepare<(string | number | null)[]>(
    `INSERT INTO loose_card (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )

  return {
    forget: (uid) =>
      db.attempt<void, WriteRefusal>(() => {
        const row = whole.get(uid)
        if (row === undefined) return ok()
        remove.run(uid)
        forgotten.set(uid, row)
        const [first] = forgotten.keys()
        if (forgotten.size > mostUndone && first !== undefined) forgotten.delete(first)
        return ok()
      }),
    restore: (uid) =>
      db.attempt<{ restored: boolean }, WriteRefusal>(() => {
        const row = forgotten.get(uid)
        if (row === undefined) return ok({ restored: whole.get(uid) !== undefined })
        forgotten.delete(uid)
        remove.run(uid)
        const values = Object.values(row)
        // Its label may be on another card by now.
        if (insert.run(...values).changes === 0)
          insert.run(...Object.values({ ...row, ...unlabelled }))
        return ok({ restored: whole.get(uid) !== undefined })
      }),
    old(since) {
      aged.run(since)
      more.run()
    },
  }
}
