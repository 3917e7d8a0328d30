import { sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'

/** Every question counts, whatever is answered. */
export type AskingLimit = {
  readonly name: string
  readonly allowed: number
  readonly minutes: number
}

/**
 * Counts a question by `of` and answers how many seconds to wait before the next one is heard; 0: this one is.
 * One statement, so that questions at the same moment all count. What is kept names nobody, and is purged.
 */
export async function countAsking(
  db: CloudDatabase,
  { name, allowed, minutes }: AskingLimit,
  of: string,
  now: Date,
): Promise<number> {
  const at = now.toISOString()
  const until = new Date(now.getTime() + minutes * 60_000).toISOString()
  const counted = await db
    .insertInto('sign_in_failure')
    .values({ key: sha256(`${name} ${of}`), count: 1, until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => {
        const isLater = () => row.case().when('sign_in_failure.until', '>', at)
        return {
          count: isLater()
            .then(row('sign_in_failure.count', '+', 1))
            .else(1)
            .end(),
          until: isLater().then(row.ref('sign_in_failure.until')).else(until).end(),
        }
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
  if (counted.count <= allowed) return 0
  return Math.max(1, Math.ceil((Date.parse(counted.until) - now.getTime()) / 1000))
}
