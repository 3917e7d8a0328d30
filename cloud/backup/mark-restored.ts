import { randomUUID } from 'node:crypto'
import { write } from '../store/meta.ts'
import type { Restored } from '../../core/restored.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { writeRestored } from '../store/restored.ts'
import { inTransaction } from '../store/row-locks.ts'

/**
 * Makes of a backup a cloud that goes on from there. Desks know of things that it does not:
 *
 * - Another feed: their cursors are answered with `cursor.expired`, and they take a snapshot.
 * - Versions beyond any that they may have seen: what the cloud says now is newer than what it said then,
 *   and whatever they decided on what is lost is asked again instead of being written over it.
 * - Nobody is signed in: a sign-in that was ended after the backup must not come back to life.
 */
export async function markRestored(database: CloudDatabase, from: string, now: Date) {
  const restored: Restored = { from, raisedBy: secondsOf(now) }
  await inTransaction(database, async (db) => {
    await write(db, 'feed-epoch', randomUUID())
    await writeRestored(db, restored)
    await db
      .updateTable('record')
      .set((row) => ({
        version: row('version', '+', restored.raisedBy),
        wished_version: row('version', '+', restored.raisedBy),
      }))
      .execute()
    await db.deleteFrom('access_token').execute()
    await db
      .updateTable('desk_session')
      .set({ ended: 'revoked' })
      .where('ended', 'is', null)
      .execute()
  })
}

const beginning = Date.UTC(2026, 0, 1)

/** More with every second, and no record changes once a second for long: later restores go beyond earlier ones. */
function secondsOf(now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - beginning) / 1000))
}
