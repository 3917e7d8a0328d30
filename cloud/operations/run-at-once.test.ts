import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf, updateOf } from '../../tests/support/cloud-desk.ts'
import type { PersonFields } from '../../core/person.ts'
import { insertAccount } from '../store/people.ts'
import type { Actor } from './operation-context.ts'
import { isForeseeable, runAtOnce } from './run-at-once.ts'
import { runOneByOne } from './run-one-by-one.ts'
import { type Item, readItem } from './read-item.ts'

type Account = Awaited<ReturnType<typeof createAccountDatabase>>

const id = (nth: number) => `018f0000-0000-7000-8000-${String(nth).padStart(12, '0')}`

/** Another account of the same person. */
async function further({ db, actor, now }: Account): Promise<Actor> {
  const accountId = randomUUID()
  await insertAccount(db, { id: accountId, name: 'Further' }, now().toISOString())
  return { ...actor, accountId }
}

/** Two accounts differ in their ids, which are random. */
async function kept({ db, actor: { personId } }: Account, accountId: string) {
  const own = ['account_id', '=', accountId] as const
  const records = db
    .selectFrom('record')
    .selectAll()
    .where(...own)
  const ledger = db
    .selectFrom('ledger')
    .selectAll()
    .where(...own)
  const mails = db
    .selectFrom('mail')
    .select(['record_id', 'email'])
    .where(...own)
  const all = {
    records: await records.orderBy('id').execute(),
    ledger: await ledger.orderBy('op_id').execute(),
    mails: await mails.orderBy('record_id').execute(),
  }
  return JSON.stringify(all).replaceAll(accountId, 'account').replaceAll(personId, 'person')
}

const fields = fc.record<Partial<PersonFields>>(
  {
    firstName: fc.constantFrom('Ada', 'Bo', ''),
    cardId: fc.constantFrom(null, '11111111', '22222222', '33333333', '08111111'),
    email: fc.constantFrom(null, 'a@x.example', 'A@x.example', 'b@x.example'),
    role: fc.constantFrom('user', 'installer', 'account-admin'),
  },
  { requiredKeys: [] },
)
const people = fc.integer({ min: 1, max: 4 })

/** Items over few people, cards and emails, so that they meet; keys come twice, and some items are none. */
const batch = fc.array(
  fc.oneof(
    fc.tuple(people, fields).map(([nth, given]) => createOf(given, id(nth))),
    fc
      .tuple(people, fc.integer({ min: 1, max: 3 }), fields, fc.integer({ min: 10, max: 14 }))
      .map(([nth, version, set, key]) => ({ ...updateOf(id(nth), version, set), opId: id(key) })),
    fc.integer({ min: 20, max: 22 }).map((key) => ({ opId: id(key), method: 'unknown' })),
  ),
  { minLength: 1, maxLength: 8 },
)

describe('a batch that is carried out at once', () => {
  it('answers and keeps exactly what the same items one by one do', async () => {
    const [one, other] = [await createAccountDatabase(), await createAccountDatabase()]
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 3 }), async (batches) => {
        const [staged, careful] = [await further(one), await further(other)]
        const now = one.now().toISOString()
        for (const each of batches) {
          const items = each.map((item: Item) => readItem(item, { personId: 'one' }))
          expect(isForeseeable(items)).toBe(true)
          const first = await runAtOnce(one.db, staged, items, now)
          const second = await runOneByOne(other.db, careful, items, {
            now,
            onBug: (error) => other.bugs.push(error),
          })
          const text = JSON.stringify(second).replaceAll(careful.personId, staged.personId)
          expect(JSON.stringify(first)).toBe(text)
        }
        const same = await kept(other, careful.accountId)
        expect(await kept(one, staged.accountId)).toBe(same)
      }),
      // A slow disk gets fewer.
      { numRuns: 200, interruptAfterTimeLimit: 30_000 },
    )
    expect(other.bugs).toEqual([])
  }, 60_000)
})

describe('an item that fails for no reason of its own', () => {
  it('sends the others one by one, so that only it is to be sent again', async () => {
    const account = await createAccountDatabase()
    const [good, bad] = [createOf({ firstName: 'Good' }), createOf({ firstName: 'Bad' })]
    // The row that a bug of ours would leave behind: its role is none.
    await account.run(bad)
    await account.db
      .updateTable('record')
      .set({ role: 'king' })
      .where('id', '=', bad.recordId)
      .execute()
    const results = await account.run(good, updateOf(bad.recordId, 1, { firstName: 'Worse' }))
    expect(results).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'retry', code: 'server-error' },
    ])
    expect(account.bugs).toHaveLength(1)
  })
})
