import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { FeedStore } from './desk-store.ts'

/** Served by a covering index, so that wide rows are not read. */
export const digestSql = `SELECT id, base_version AS version FROM record
  WHERE base_version > 0 AND base_deleted = 0 ORDER BY id`

/** Over the records that live in the cloud, as `contracts/cloud-api` defines it. */
export function createDigest(db: Database): FeedStore['digest'] {
  const living = db.prepare<[], { id: string; version: number }>(digestSql)
  return () => {
    const hashes = Array.from({ length: 16 }, () => createHash('sha256'))
    let count = 0
    for (const { id, version } of living.iterate()) {
      hashes[Number.parseInt(id.slice(-1), 16)]?.update(`${id}:${version}\n`)
      count += 1
    }
    return { count, buckets: hashes.map((hash) => hash.digest('hex')) }
  }
}
