import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withoutGuards } from '../../tests/support/cloud-audit.ts'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf, updateOf } from '../../tests/support/cloud-desk.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { auditHead } from '../store/audit.ts'
import { verifyChain } from './verify.ts'

/** Ten entries in three transactions. */
async function written() {
  const account = await createAccountDatabase()
  const { db, actor, run } = account
  const people = Array.from({ length: 8 }, (_none, nth) => createOf({ firstName: `P${nth}` }))
  const id = people[0]?.recordId ?? ''
  await run(...people)
  await run(updateOf(id, 1, { lastName: 'One' }))
  await run(updateOf(id, 2, { lastName: 'Two' }))
  const { accountId } = actor
  const head = await auditHead(db, accountId)
  return { db, accountId, head }
}

class Undo extends Error {}

/** What verification finds after a deed that is undone again. */
async function foundAfter(
  { db, accountId }: Awaited<ReturnType<typeof written>>,
  deed: (db: CloudDatabase) => Promise<unknown>,
) {
  let found: Awaited<ReturnType<typeof verifyChain>>['fault'] = null
  const tried = db.transaction().execute(async (transaction) => {
    await withoutGuards(transaction)
    await deed(transaction)
    found = (await verifyChain(transaction, accountId, null)).fault
    throw new Undo()
  })
  await expect(tried).rejects.toThrow(Undo)
  return found
}

describe('the verification of a chain in a database', () => {
  it('finds it whole', async () => {
    const { db, accountId, head } = await written()
    expect(await verifyChain(db, accountId, head)).toEqual({
      entries: 10,
      erased: 0,
      head,
      fault: null,
    })
  })

  it('names the first entry that is changed, missing, out of its place or cut off', async () => {
    const chain = await written()
    const at = (seq: number) => (db: CloudDatabase) =>
      db.updateTable('audit').where('seq', '=', seq)
    expect(
      await foundAfter(chain, (db) => at(4)(db).set({ who_id: 'somebody else' }).execute()),
    ).toEqual({ seq: 4, fault: 'changed' })
    expect(await foundAfter(chain, (db) => at(6)(db).set({ about: 'other' }).execute())).toEqual({
      seq: 6,
      fault: 'text-changed',
    })
    expect(
      await foundAfter(chain, (db) => db.deleteFrom('audit').where('seq', '=', 5).execute()),
    ).toEqual({ seq: 5, fault: 'missing' })
    expect(
      await foundAfter(chain, async (db) => {
        await at(2)(db).set({ seq: 99 }).execute()
        await at(3)(db).set({ seq: 2 }).execute()
        await at(99)(db).set({ seq: 3 }).execute()
      }),
    ).toEqual({ seq: 2, fault: 'changed' })
    expect(
      await foundAfter(chain, (db) => db.deleteFrom('audit').where('seq', '>', 8).execute()),
    ).toEqual({ seq: 9, fault: 'cut-off' })
    expect(
      await foundAfter(chain, (db) =>
        sql`update account set audit_seq = 9 where id = ${chain.accountId}`.execute(db),
      ),
    ).toEqual({ seq: 10, fault: 'unexpected' })
  })

  it('is not fooled by a tail that the account has forgotten too, once an end is kept elsewhere', async () => {
    const { db, accountId, head } = await written()
    await withoutGuards(db)
    await db.deleteFrom('audit').where('seq', '>', 8).execute()
    const last = await db
      .selectFrom('audit')
      .select('hash')
      .where('seq', '=', 8)
      .executeTakeFirstOrThrow()
    await db.updateTable('account').set({ audit_seq: 8, audit_hash: last.hash }).execute()
    expect((await verifyChain(db, accountId, null)).fault).toBeNull()
    expect((await verifyChain(db, accountId, head)).fault).toEqual({ seq: 9, fault: 'cut-off' })
  })
})
