import type { CloudDatabase } from './open-database.ts'

/** What a pool of connections tells of itself. */
export type PoolCounts = {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

const pools = new WeakMap<CloudDatabase, PoolCounts>()

/** Beside the database, because Kysely does not give its pool out again. */
export function notePool(db: CloudDatabase, pool: PoolCounts) {
  pools.set(db, pool)
}

/** null: a database without one. */
export const poolOf = (db: CloudDatabase): PoolCounts | null => pools.get(db) ?? null
