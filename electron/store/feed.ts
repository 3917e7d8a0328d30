import { type Change, recordState } from '../../core/record.ts'
import type { Restored } from '../../core/restored.ts'
import type { Accepting } from './accepting.ts'
import type { Database } from './database.ts'
import type { FeedStore } from './desk-store.ts'
import { type RestoredNow, createLostByRestore } from './lost-by-restore.ts'
import { createDigest } from './digest.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Settings } from './settings.ts'
import { parseJson } from './wish.ts'

/** `restored`: what the cloud said last of being put back to a backup, empty for never. */
export type FeedSetting = 'cursor' | 'snapshot' | 'restored'

/** Where everything that the cloud says about a record goes in, inside the caller's transaction. */
export type FeedRecords = {
  /** Returns whether it was newer than what was known. */
  move(change: Change): boolean
}

type SnapshotRow = { id: string; version: number; deleted: 0 | 1; state: string | null }

export function createFeed(
  db: Database,
  parts: {
    readonly records: Records
    readonly settings: Settings<FeedSetting>
    readonly ops: OutboxRows
    readonly accepting: Accepting
  },
): { readonly store: FeedStore; readonly records: FeedRecords } {
  const { records, settings } = parts
  const lostByRestore = createLostByRestore(db, parts)
  const clear = db.prepare('DELETE FROM snapshot_record')
  const keep = db.prepare<[string, number, number, string | null]>(
    `INSERT INTO snapshot_record (id, version, deleted, state) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, deleted = excluded.deleted,
       state = excluded.state WHERE excluded.version > version`,
  )
  const kept = db.prepare<[string], SnapshotRow>(
    'SELECT * FROM snapshot_record WHERE id > ? ORDER BY id LIMIT 500',
  )
  const missing = db.prepare<[], { id: string }>(
    `SELECT id FROM record WHERE base_version > 0 AND base_deleted = 0
       AND id NOT IN (SELECT id FROM snapshot_record)`,
  )
  const overtake = db.prepare(
    `UPDATE outbox SET overtaken = 1 WHERE item IS NOT NULL
       AND record_id NOT IN (SELECT id FROM snapshot_record WHERE deleted = 0)`,
  )
  const digest = createDigest(db)

  const toSnapshot = ({ id, version, deleted, state }: Change) =>
    void keep.run(id, version, deleted ? 1 : 0, state === null ? null : JSON.stringify(state))

  /** What becomes known while a snapshot is read is in it as well, or it would be taken for missing. */
  function move(change: Change): boolean {
    const taken = records.moveBase(change)
    if (taken && settings.get('snapshot') !== null) toSnapshot(change)
    return taken
  }

  function swapIn(restored: RestoredNow | null): void {
    const lost = restored === null ? null : lostByRestore.find(restored)
    overtake.run()
    for (const { id } of missing.all()) records.forget(id)
    let after = ''
    let rows = kept.all(after)
    while (rows.length > 0) {
      for (const row of rows) {
        records.moveBase(readSnapshotRow(row))
        after = row.id
      }
      rows = kept.all(after)
    }
    lost?.sendAgain()
  }

  return {
    records: { move },
    store: {
      cursor: () => db.read(() => settings.get('cursor')),
      applyPage: ({ from, next, changes, restored }) =>
        db.write(() => {
          if (settings.get('cursor') !== from) return false
          if (from === null) settings.set('restored', nameOf(restored))
          for (const change of changes) move(change)
          settings.set('cursor', next)
          return true
        }),
      beginSnapshot: () =>
        db.write(() => {
          clear.run()
          settings.set('snapshot', 'open')
        }),
      addToSnapshot: (changes) =>
        db.write(() => {
          for (const change of changes) toSnapshot(change)
        }),
      finishSnapshot: (cursor, restored = null) =>
        db.write(() => {
          const isNews = restored !== null && nameOf(restored) !== settings.get('restored')
          swapIn(isNews ? restored : null)
          settings.set('restored', nameOf(restored))
          clear.run()
          settings.set('snapshot', null)
          settings.set('cursor', cursor)
        }),
      digest: () => db.read(digest),
    },
  }
}

const nameOf = (restored: Restored | null = null) =>
  restored === null ? '' : `${restored.from} ${restored.raisedBy}`

function readSnapshotRow({ id, version, deleted, state }: SnapshotRow): Change {
  const parsed = state === null ? null : parseJson(recordState, state)
  return { id, version, deleted: deleted === 1, state: parsed, opId: null }
}
