import { CompiledQuery } from 'kysely'
import { expect, it, vi } from 'vitest'
import { publish } from '../../cloud/store/feed.ts'
import { insertRecord } from '../../cloud/store/records.ts'
import { createAccountDatabase } from '../support/cloud-database.ts'
import { createOf } from '../support/cloud-desk.ts'

it('a batch that meets a slower one leaves it the counter, and is refused by what that one did', async () => {
  const { db, actor, run } = await createAccountDatabase()
  const { accountId } = actor
  const taken = createOf({ firstName: 'First', email: 'taken@x.example' })
  await run(taken)
  const row = await db.selectFrom('record').selectAll().executeTakeFirstOrThrow()
  await db.deleteFrom('mail').execute()
  await db.deleteFrom('record').execute()

  const slower = await db.startTransaction().execute()
  await insertRecord(slower, { ...row, seq: -1 })
  const free = createOf({ firstName: 'Free' })
  const batch = run(createOf({ firstName: 'Second', email: 'taken@x.example' }), free)
  await vi.waitFor(async () => {
    const waiting = `select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    expect((await db.executeQuery(CompiledQuery.raw(waiting))).rows).toHaveLength(1)
    // Throws while the counter is held. What refers to the account does not stand in its way.
    const counter = 'select 1 from account where id = $1 for no key update nowait'
    await db.executeQuery(CompiledQuery.raw(counter, [accountId]))
  }, 10_000)
  await publish(slower, accountId, 1)
  await slower.commit().execute()

  expect(await batch).toMatchObject([
    { outcome: 'refused', problem: { code: 'email.taken', holder: { id: taken.recordId } } },
    { opId: free.opId, outcome: 'applied' },
  ])
})
