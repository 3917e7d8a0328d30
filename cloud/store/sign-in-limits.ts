import { type Result, fail, ok } from '../../contracts/result.ts'
import {
  type Limit,
  atPlace,
  elsewhere,
  forgottenAfterMs,
  strangers,
  waitAfter,
} from '../limits/limits.ts'
import { sha256 } from '../tokens.ts'
import { type Attempt, knownPlace, placesOf, rememberPlaces } from './known-places.ts'
import type { CloudDatabase } from './open-database.ts'
import { emailKey } from './people.ts'
import { inTransaction } from './row-locks.ts'

/** `open`: not right yet, and no guess either. `lastly`: the last of the transaction. */
export type Judgement<Code extends string> =
  | { readonly verdict: 'right'; readonly lastly?: (db: CloudDatabase) => Promise<void> }
  | { readonly verdict: 'wrong' | 'open'; readonly code: Code }

export type SignInLimits = ReturnType<typeof createSignInLimits>

/**
 * Slows down guessing, at all clouds of the database together. Where somebody has signed in before, only wrong
 * tries for them at that very place count; elsewhere also those for them from everywhere else, and how many
 * people were tried from that address. What is kept is hashed, and purged.
 */
export function createSignInLimits(database: CloudDatabase, now: () => Date) {
  return {
    /** Seconds until this may be tried; 0: now. */
    async wait(attempt: Attempt): Promise<number> {
      const counters = await countersOf(database, attempt, now())
      const rows = await database
        .selectFrom('sign_in_failure')
        .selectAll()
        .where('key', 'in', [...counters.keys()])
        .execute()
      return secondsLeft(database, counters, rows, now())
    },

    /**
     * Judges an attempt and counts it. Guesses of the same moment are judged one after the other, so that no
     * burst of them is answered more often than the limit says.
     */
    async settle<Code extends string>(
      attempt: Attempt,
      judge: (db: CloudDatabase) => Promise<Judgement<Code>>,
    ): Promise<Result<void, Code | 'rate-limited'>> {
      return inTransaction(database, async (db) => {
        const counters = await countersOf(db, attempt, now())
        const rows = await lock(db, [...counters.keys()], now())
        const wait = await secondsLeft(db, counters, rows, now())
        if (wait > 0) return tooMany(wait)
        const judged = await judge(db)
        if (judged.verdict === 'wrong') await countOnce(db, counters, rows, now())
        await forget(db, [...counters.keys()], judged.verdict)
        if (judged.verdict !== 'right') return fail(judged.code)
        await rememberPlaces(db, attempt, now())
        await judged.lastly?.(db)
        return ok()
      })
    },
  }
}

export function tooMany(retryAfterSeconds: number) {
  return fail('rate-limited', { detail: { retryAfterSeconds } })
}

type Row = { readonly key: string; readonly count: number; readonly failed_at: string | null }

/** What an attempt is held against, by key. `network`: the people that were tried from it are counted. */
type Counters = ReadonlyMap<string, { readonly limit: Limit | null; readonly network?: string }>

async function countersOf(db: CloudDatabase, attempt: Attempt, now: Date): Promise<Counters> {
  const known = await knownPlace(db, attempt, now)
  const who = emailKey(attempt.email)
  if (known !== null) return new Map([[sha256(`known ${who} ${known}`), { limit: atPlace }]])
  const { network } = placesOf(attempt)
  return new Map([
    [sha256(`pair ${who} ${network}`), { limit: atPlace, network }],
    [sha256(`elsewhere ${who}`), { limit: elsewhere }],
    // Only to be locked: strangers at one address are looked at one after the other.
    [sha256(`strangers ${network}`), { limit: null }],
  ])
}

/** In the order of their keys, so that no two transactions wait for each other. */
async function lock(db: CloudDatabase, keys: readonly string[], now: Date): Promise<Row[]> {
  const until = new Date(now.getTime() + forgottenAfterMs).toISOString()
  const rows: Row[] = []
  for (const key of keys.toSorted()) {
    const row = await db
      .insertInto('sign_in_failure')
      .values({ key, count: 0, until })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
      .returning(['key', 'count', 'failed_at'])
      .executeTakeFirstOrThrow()
    rows.push(row)
  }
  return rows
}

async function secondsLeft(
  db: CloudDatabase,
  counters: Counters,
  rows: readonly Row[],
  now: Date,
): Promise<number> {
  const waits = rows.map((row) => {
    const limit = counters.get(row.key)?.limit ?? null
    const failedAt = Date.parse(row.failed_at ?? '')
    return limit === null ? 0 : failedAt + waitAfter(countOf(row, now), limit) - now.getTime()
  })
  const networks = [...counters.values()].flatMap(({ network }) => network ?? [])
  for (const network of networks) waits.push(await strangersLeft(db, network, now))
  const ms = Math.max(0, ...waits.filter((each) => !Number.isNaN(each)))
  return Math.ceil(ms / 1000)
}

/** Milliseconds until fewer people were tried from there than may be. */
async function strangersLeft(db: CloudDatabase, network: string, now: Date): Promise<number> {
  const { most, withinMs } = strangers
  const last = await db
    .selectFrom('sign_in_failure')
    .select('failed_at')
    .where('network', '=', network)
    .where('failed_at', '>', new Date(now.getTime() - withinMs).toISOString())
    .orderBy('failed_at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst()
  return last ? Date.parse(last.failed_at ?? '') + withinMs - now.getTime() : 0
}

function countOf({ count, failed_at }: Row, now: Date): number {
  const since = now.getTime() - Date.parse(failed_at ?? '')
  return since < forgottenAfterMs ? count : 0
}

async function countOnce(db: CloudDatabase, counters: Counters, rows: readonly Row[], now: Date) {
  const failed_at = now.toISOString()
  const until = new Date(now.getTime() + forgottenAfterMs).toISOString()
  for (const row of rows) {
    const { limit = null, network = null } = counters.get(row.key) ?? {}
    if (limit === null) continue
    await db
      .updateTable('sign_in_failure')
      .set({ count: countOf(row, now) + 1, failed_at, until, network })
      .where('key', '=', row.key)
      .execute()
  }
}

/** What was only locked; of who was right also what was wrong before. */
async function forget(db: CloudDatabase, keys: readonly string[], verdict: string) {
  const rows = db.deleteFrom('sign_in_failure').where('key', 'in', keys)
  await (verdict === 'right' ? rows : rows.where('count', '=', 0)).execute()
}
