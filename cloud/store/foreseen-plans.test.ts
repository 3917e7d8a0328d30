import { CompiledQuery, type KyselyPlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf } from '../../tests/support/cloud-desk.ts'
import { findEntries } from './ledger.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'
import { findHolder } from './records.ts'
import { stagedBook } from './staged-book.ts'

const tables = 'record|card_holder|ledger'
const keys = 'id|card_id|email_key|op_id'

/** Enough that PostgreSQL does not prefer to read everything. */
async function fill({ db, run }: Awaited<ReturnType<typeof createAccountDatabase>>) {
  for (let nth = 0; nth < 12; nth += 1) {
    await run(
      ...Array.from({ length: 100 }, (_, n) => {
        const cardId = (0xee_00_00_00 + nth * 100 + n).toString(16).toUpperCase()
        return createOf({ firstName: 'A', cardId, email: `${nth}-${n}@x.example` })
      }),
    )
  }
  if (hasRowLocks(db)) await db.executeQuery(CompiledQuery.raw('analyze'))
}

/** What was asked while `work` went on. */
async function statements(db: CloudDatabase, work: (db: CloudDatabase) => Promise<unknown>) {
  const asked: CompiledQuery[] = []
  const listen: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await work(db.withPlugin(listen))
  return asked
}

/** Each line of a plan that reads a table, with the conditions that lead to its rows. */
async function reads(db: CloudDatabase, { sql, parameters }: CompiledQuery): Promise<string[]> {
  const postgres = hasRowLocks(db)
  const explain = postgres ? 'explain (costs off) ' : 'explain query plan '
  const { rows } = await db.executeQuery<Readonly<Record<string, unknown>>>(
    CompiledQuery.raw(explain + sql, [...parameters]),
  )
  const lines = rows.map((row) => String(row[postgres ? 'QUERY PLAN' : 'detail']))
  if (!postgres) return lines.filter((line) => new RegExp(`^\\w+ (${tables})\\b`).test(line))
  return lines.flatMap((line, nth) =>
    new RegExp(`Scan .*on "?(${tables})\\b|Bitmap Index Scan`).test(line) &&
    !line.includes('Bitmap Heap Scan')
      ? [`${line.trim()} ${(lines[nth + 1] ?? '').trim()}`]
      : [],
  )
}

const foreseen = {
  ids: ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'],
  cardIds: ['EE000001', 'EE000002'],
  emailKeys: ['a@x.example', 'b@x.example'],
}
/** SQLite says `(account_id=? AND id=?)`, PostgreSQL `Index Cond: ((account_id = …) AND (id = ANY (…)))`. */
const byKey = new RegExp(
  `account_id ?= ?.* AND \\(?(${keys}) ?=|\\(?(${keys}) = .* AND .*account_id`,
)

describe('what a batch reads ahead', () => {
  it('is found by its keys, however many records the account has', async () => {
    const account = await createAccountDatabase()
    await fill(account)
    const { db, actor } = account
    const asked = await statements(db, async (listening) => {
      await findEntries(listening, actor.accountId, foreseen.ids)
      await stagedBook(listening, actor.accountId, foreseen)
      await findHolder(listening, actor.accountId, { cardId: 'EE000001' })
      await findHolder(listening, actor.accountId, { email: 'a@x.example' })
    })
    const plans = (await Promise.all(asked.map((query) => reads(db, query)))).flat()
    expect(plans.length).toBeGreaterThanOrEqual(asked.length)
    expect(plans.filter((line) => !byKey.test(line))).toEqual([])
  })
})
