import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf } from '../../tests/support/cloud-desk.ts'
import { countedAnew, reads, statements } from '../../tests/support/query-plans.ts'
import { findEntries } from './ledger.ts'
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
  await countedAnew(db)
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
    const plans = (await Promise.all(asked.map((query) => reads(db, query, tables)))).flat()
    expect(plans.length).toBeGreaterThanOrEqual(asked.length)
    expect(plans.filter((line) => !byKey.test(line))).toEqual([])
  })
})
