import { sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'

/** Wrong passwords in a row for one email from one address, before it has to wait. */
const allowed = 10
const waitMs = 5 * 60_000

export type FailedSignIns = ReturnType<typeof createFailedSignIns>

/**
 * Slows down guessing. Only failures count, and only for that email from that address: colleagues at the
 * same site, and the person elsewhere, still get in. What is kept names nobody, and is purged.
 */
export function createFailedSignIns(db: CloudDatabase, now: () => Date) {
  return {
    /** Seconds to wait before the next attempt; 0 for none. */
    async waitSeconds(email: string, address: string): Promise<number> {
      const entry = await db
        .selectFrom('sign_in_failure')
        .selectAll()
        .where('key', '=', keyOf(email, address))
        .executeTakeFirst()
      if (!entry || entry.count < allowed) return 0
      return Math.max(0, Math.ceil((Date.parse(entry.until) - now().getTime()) / 1000))
    },

    /** One statement, so that guesses at the same moment all count. */
    async failed(email: string, address: string) {
      const at = now().toISOString()
      const until = new Date(now().getTime() + waitMs).toISOString()
      await db
        .insertInto('sign_in_failure')
        .values({ key: keyOf(email, address), count: 1, until })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((row) => ({
            until,
            count: row
              .case()
              .when('sign_in_failure.until', '>', at)
              .then(row('sign_in_failure.count', '+', 1))
              .else(1)
              .end(),
          })),
        )
        .execute()
    },

    async succeeded(email: string, address: string) {
      await db.deleteFrom('sign_in_failure').where('key', '=', keyOf(email, address)).execute()
    },
  }
}

function keyOf(email: string, address: string): string {
  return sha256(`${email.trim().toLowerCase()} ${address}`)
}
