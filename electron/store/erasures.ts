import type { Database } from './database.ts'
import type { OpLog } from './op-log.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Settings } from './settings.ts'

export type ErasureSetting = 'erased'

/** People whom the cloud has erased, by ids of records and logins. */
export type ErasureStore = {
  /** How many of them are forgotten here; null: nobody has told yet whom there is to forget. */
  known(): number | null
  /** Of a file that has never held anybody of before. */
  begin(count: number): void
  /**
   * Takes away all that this desk has of them, sent or not, and writes the file anew, so that nothing of
   * it is left in free parts of it, in its journal or in a copy from before a migration. The log is read
   * anew from the cloud, which names them no more. Doing it again does no harm.
   */
  take(ids: readonly string[], upTo: number): void
}

const these = '(SELECT value FROM json_each(?))'

const removalSql = [
  // A card that was met again when nobody had it any more.
  `DELETE FROM loose_card WHERE uid IN (
     SELECT card FROM record WHERE id IN ${these}
     UNION SELECT json_extract(other.value, '$.cardId') FROM record, json_each(other_cards) other
     WHERE record.id IN ${these})`,
  `DELETE FROM record WHERE id IN ${these}`,
  `DELETE FROM snapshot_record WHERE id IN ${these}`,
  `DELETE FROM notice WHERE record_id IN ${these}`,
  `DELETE FROM log_line WHERE outbox_seq IS NULL
     AND op_id IN (SELECT op_id FROM op_log WHERE record_id IN ${these})`,
  // The list keeps its places, of which theirs is empty.
  `UPDATE roster_person SET email = NULL, first_name = '', last_name = '', organization = '',
     additional_information = '', surface_id = '', surface_before = '', card_before = NULL,
     state = 'absent', card = NULL, turn = NULL, move_op_id = NULL
     WHERE record_id IN ${these} OR op_id IN ${these}`,
  `UPDATE log_line SET from_person = '', search_text = '' WHERE outbox_seq IN (
     SELECT seq FROM outbox WHERE from_record_id IN ${these})`,
  // What others wait for may name whom they met, and who was there before them.
  `UPDATE outbox SET problem = json_set(problem, '$.holder.name', '')
     WHERE problem IS NOT NULL AND json_extract(problem, '$.holder.id') IN ${these}`,
]

const forgetAuthorsSql =
  "UPDATE outbox SET problem = json_remove(problem, '$.changed') WHERE problem IS NOT NULL"

export function createErasures(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly log: OpLog
    readonly settings: Settings<ErasureSetting>
    /** Lines that the cloud has told go; to be called inside a transaction. */
    readonly readLogAnew: () => void
  },
): ErasureStore {
  const { ops, log, settings } = parts
  return {
    known() {
      const said = db.read(() => settings.get('erased'))
      return said === null ? null : Number(said)
    },
    begin: (count) => db.write(() => settings.set('erased', String(count))),
    take(ids, upTo) {
      const all = JSON.stringify(ids)
      db.write(() => {
        const waiting = db.prepare<[string], { seq: number; opId: string; recordId: string }>(
          `SELECT seq, op_id AS opId, record_id AS recordId FROM outbox WHERE record_id IN ${these}`,
        )
        const ended = waiting.all(all)
        ops.remove(...ended.map(({ seq }) => seq))
        for (const op of ended) log.write({ ...op, outcome: 'discarded', reason: 'erased' })
        for (const text of removalSql) {
          const places = text.split(these).length - 1
          db.prepare<string[]>(text).run(...Array.from({ length: places }, () => all))
        }
        db.prepare(forgetAuthorsSql).run()
        parts.readLogAnew()
      })
      // Their words are in older parts of the search indexes until those are merged.
      db.write(() => {
        for (const search of ['invitation_search', 'user_search']) {
          db.prepare(`INSERT INTO ${search} (${search}) VALUES ('optimize')`).run()
        }
      })
      db.rewrite()
      // Only now: whoever is stopped before begins once more.
      db.write(() => settings.set('erased', String(upTo)))
    },
  }
}
