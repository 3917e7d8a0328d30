import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import {
  appliedChange,
  createOf,
  deleteOf,
  problemOf,
  updateOf,
} from '../../tests/support/cloud-desk.ts'
import { feedState } from '../store/feed.ts'
import { rowsBetween } from '../store/feed-pages.ts'
import { purge } from '../store/purge.ts'
import { sha256 } from '../tokens.ts'
import { runBatch } from './run-batch.ts'

type Account = Awaited<ReturnType<typeof createAccountDatabase>>

async function feedOf({ db, actor }: Account) {
  const view = { accountId: actor.accountId, sight: { of: 'account' } } as const
  const { head } = await feedState(db, actor.accountId)
  return rowsBetween(db, view, { after: 0, upTo: head, limit: 1000 })
}

async function registered() {
  const account = await createAccountDatabase()
  const made = createOf({ firstName: 'Reg', email: 'reg@example.com' })
  await account.run(made)
  await account.db
    .updateTable('record')
    .set({
      kind: 'user',
      version: 2,
      registered_version: 2,
      wished_version: 2,
      invite_sent_at: null,
    })
    .where('id', '=', made.recordId)
    .execute()
  return { ...account, id: made.recordId }
}

describe('the ledger', () => {
  it('knows an operation for ever, and rebuilds its answer once the body is purged', async () => {
    const account = await createAccountDatabase()
    const made = createOf({ firstName: 'Made', cardId: 'EE000001', email: 'made@example.com' })
    const refusals = [
      createOf({ firstName: 'Card', cardId: 'EE000001' }),
      createOf({ email: 'MADE@example.com' }),
      createOf({}),
      createOf({ firstName: 'Phone', cardId: '083D775E' }),
      updateOf(made.recordId, 7, { firstName: 'Stale' }),
      deleteOf('018f0000-0000-7000-8000-000000000000', 1),
    ]
    const first = await account.run(made, ...refusals)
    account.passDays(91)
    await purge(account.db, account.now())
    const bodies = await account.db.selectFrom('ledger').select('body').execute()
    expect(bodies.map(({ body }) => body)).toEqual(first.map(() => null))

    const again = await account.run(made, ...refusals)
    expect(again).toEqual([{ ...first[0], replayed: true }, ...first.slice(1)])
  })

  it('answers with what became of the record when it went on since', async () => {
    const account = await createAccountDatabase()
    const made = createOf({ firstName: 'Made' })
    const stale = updateOf(made.recordId, 7, { firstName: 'Stale' })
    await account.run(made, stale)
    const erase = deleteOf(made.recordId, 1)
    const [tombstone] = await account.run(erase)
    account.passDays(91)
    await purge(account.db, account.now())
    const [again, gone] = await account.run(made, stale)
    expect(appliedChange(again)).toEqual(appliedChange(tombstone))
    expect(gone).toMatchObject({ problem: { code: 'gone' } })

    account.passDays(100)
    await purge(account.db, account.now())
    const [purged] = await account.run(made)
    expect(appliedChange(purged)).toMatchObject({ id: made.recordId, version: 2, deleted: true })
  })

  it('answers nobody but the person whose operation it is, whatever they may see', async () => {
    const account = await createAccountDatabase()
    const made = createOf({ firstName: 'Made', email: 'made@example.com' })
    const changed = updateOf(made.recordId, 1, { lastName: 'Changed' })
    await account.run(made, changed)
    const sent = [made, changed, deleteOf(made.recordId, 9)]
    await account.run(...sent)
    for (const role of ['account-admin', 'installer'] as const) {
      const actor = { ...account.actor, personId: randomUUID(), role }
      const deps = { now: account.now, onBug: (error: unknown) => account.bugs.push(error) }
      const answers = await runBatch(account.db, actor, sent, deps)
      expect(answers.map(problemOf)).toEqual(sent.map(() => ({ code: 'key.reuse' })))
    }
    expect(account.bugs).toEqual([])
  })

  it('still answers an operation from before its entries said whose they are', async () => {
    const account = await createAccountDatabase()
    const made = createOf({ firstName: 'Made' })
    const [first] = await account.run(made)
    const hash = sha256(JSON.stringify(made))
    await account.db.updateTable('ledger').set({ hash }).execute()
    expect(await account.run(made)).toEqual([{ ...first, replayed: true }])
  })

  it('rebuilds no answer with a record that its person may see no more', async () => {
    const account = await createAccountDatabase()
    const theirs = createOf({ firstName: 'Theirs' })
    await account.run(theirs)
    const mine = { ...account.actor, personId: randomUUID() }
    const deps = { now: account.now, onBug: (error: unknown) => account.bugs.push(error) }
    const changed = updateOf(theirs.recordId, 1, { lastName: 'Changed' })
    await runBatch(account.db, mine, [changed], deps)
    account.passDays(91)
    await purge(account.db, account.now())
    const lowered = { ...mine, role: 'installer' as const }
    const [again] = await runBatch(account.db, lowered, [changed], deps)
    expect(appliedChange(again)).toMatchObject({ id: theirs.recordId, deleted: true, state: null })
  })
})

describe('a person who registered meanwhile', () => {
  it('is not touched by what was meant for the invitation', async () => {
    const { run, id } = await registered()
    const results = await run(deleteOf(id, 1), updateOf(id, 1, { email: 'new@example.com' }))
    for (const result of results) {
      expect(result).toMatchObject({ problem: { code: 'registered', current: { version: 2 } } })
    }
  })

  it('is a record like any other for a desk that knows', async () => {
    const { run, id } = await registered()
    const [stale, updated] = await run(
      updateOf(id, 1, { lastName: 'Istered' }),
      updateOf(id, 2, { lastName: 'Istered' }),
    )
    expect(stale).toMatchObject({ problem: { code: 'stale' } })
    expect(appliedChange(updated).state).toMatchObject({ kind: 'user', lastName: 'Istered' })
    const [erased] = await run(deleteOf(id, 3))
    expect(erased).toMatchObject({ outcome: 'applied' })
  })
})

describe('a refusal because of somebody else', () => {
  it('says who changed or deleted the record, and when, for as long as it is replayed', async () => {
    const { run, db, now, passSeconds } = await createAccountDatabase()
    const made = createOf({ firstName: 'Made' })
    await run(made)
    await db.updateTable('person').set({ name: 'Anna Admin' }).execute()
    const at = now().toISOString()
    const changed = { by: 'Anna Admin', at }
    await run(updateOf(made.recordId, 1, { lastName: 'Theirs' }))
    passSeconds(60)
    const mine = updateOf(made.recordId, 1, { lastName: 'Mine' })
    for (const [answer] of [await run(mine), await run(mine)]) {
      expect(answer).toMatchObject({ problem: { code: 'stale', changed } })
    }
    await run(deleteOf(made.recordId, 2))
    const [gone] = await run(updateOf(made.recordId, 2, { lastName: 'Late' }))
    expect(gone).toMatchObject({
      problem: { code: 'gone', changed: { by: 'Anna Admin', at: now().toISOString() } },
    })
  })
})

describe('the feed', () => {
  it('gives positions in the order of the changes, one per record and none twice', async () => {
    const account = await createAccountDatabase()
    const [one, two] = [createOf({ firstName: 'One' }), createOf({ firstName: 'Two' })]
    await account.run(one, two, updateOf(one.recordId, 1, { lastName: 'Later' }))
    const rows = await feedOf(account)
    expect(rows.map((row) => row.id)).toEqual([two.recordId, one.recordId])
    expect(rows.map((row) => row.seq)).toEqual([2, 3])
  })
})
