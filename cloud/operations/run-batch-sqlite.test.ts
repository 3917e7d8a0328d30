import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf } from '../../tests/support/cloud-desk.ts'
import { feedState } from '../store/feed.ts'
import { rowsBetween } from '../store/feed-pages.ts'

type Account = Awaited<ReturnType<typeof createAccountDatabase>>

async function refuseToWrite({ db }: Account, firstName: string) {
  await sql`
    create trigger bug before insert on record when new.first_name = ${sql.lit(firstName)}
    begin select raise(abort, 'a bug'); end`.execute(db)
}

async function feedOf({ db, actor }: Account) {
  const view = { accountId: actor.accountId, sight: { of: 'account' } } as const
  const { head } = await feedState(db, actor.accountId)
  return rowsBetween(db, view, { after: 0, upTo: head, limit: 1000 })
}

describe('an item that throws', () => {
  it('is undone alone, kept nowhere and may be sent again', async () => {
    const account = await createAccountDatabase()
    await refuseToWrite(account, 'Boom')
    const [good, bad, after] = [
      createOf({ firstName: 'Good' }),
      createOf({ firstName: 'Boom' }),
      createOf({ firstName: 'After' }),
    ]
    const results = await account.run(good, bad, after)
    expect(results).toMatchObject([
      { outcome: 'applied' },
      { opId: bad.opId, outcome: 'retry', code: 'server-error' },
      { outcome: 'applied' },
    ])
    expect(account.bugs).toHaveLength(1)
    expect((await feedOf(account)).map((row) => row.id)).toEqual([good.recordId, after.recordId])

    await sql`drop trigger bug`.execute(account.db)
    expect(await account.run(bad)).toMatchObject([{ outcome: 'applied', replayed: false }])
  })
})

describe('a full disk', () => {
  it('takes the whole batch back, and it is applied once when there is room again', async () => {
    const account = await createAccountDatabase()
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(account.db)
    const pages = (rows[0]?.page_count ?? 0) + 8
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(account.db)
    const items = Array.from({ length: 40 }, (_, nth) =>
      createOf({ firstName: `${nth}`, additionalInformation: 'x'.repeat(4000) }),
    )
    await expect(account.run(...items)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    expect(await feedOf(account)).toEqual([])

    await sql`pragma max_page_count = 100000`.execute(account.db)
    const results = await account.run(...items)
    expect(results.every((result) => result.outcome === 'applied')).toBe(true)
    expect(await feedOf(account)).toHaveLength(items.length)
  })
})
