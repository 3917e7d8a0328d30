import type { CloudDatabase } from './open-database.ts'
import { placeOf } from './feed.ts'
import type { RecordRow } from './records.ts'

/**
 * Who left which region in an open transaction. The feed of a region tells of them with a tombstone, so that
 * a desk there forgets whom it may no longer see; whoever comes back is told with the version that came back.
 */
export type RegionMoves = {
  /** To be called with each record that is written with another region, after it is written. */
  note(before: RecordRow, after: RecordRow): Promise<void>
  /** Gives the tombstones the positions of the changes that they belong to, which follow `before`. */
  place(before: number): Promise<void>
}

export function createRegionMoves(db: CloudDatabase, accountId: string): RegionMoves {
  const left = new Set<string>()
  const those = () => db.deleteFrom('departure').where('account_id', '=', accountId)

  return {
    async note({ region_id: from }, { id, version, seq, region_id: to, changed_at: at }) {
      if (from === to) return
      const regions = [from, to].filter((region) => region !== null)
      await those().where('region_id', 'in', regions).where('record_id', '=', id).execute()
      if (from === null) return
      left.add(from)
      const row = { account_id: accountId, region_id: from, record_id: id, version, seq, at }
      await db.insertInto('departure').values(row).execute()
    },

    async place(before) {
      if (left.size === 0) return
      const rows = await db
        .selectFrom('departure')
        .select(['region_id', 'record_id', 'seq'])
        .where('account_id', '=', accountId)
        .where('region_id', 'in', [...left])
        .where('seq', '<', 0)
        .execute()
      for (const { region_id, record_id, seq } of rows) {
        await db
          .updateTable('departure')
          .set({ seq: placeOf(seq, before) })
          .where('account_id', '=', accountId)
          .where('region_id', '=', region_id)
          .where('record_id', '=', record_id)
          .execute()
      }
    },
  }
}
