import { expect, it } from 'vitest'
import { appliedChange, createOf, deleteOf, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { firstSchemaCloud, withWaitingMail } from '../support/cloud-first-schema.ts'
import { copyLink, directoryOf, register, resendOf, shownAs } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { startCloud } from '../support/cloud.ts'

it('takes over the people, logins and answers of the first schema', async () => {
  const { dataDir, admin, invite, userId } = await firstSchemaCloud()
  const cloud = await startCloud({ dataDir, demo: false })
  const desk = await signInDesk(cloud.url, admin)
  const { changes, directory } = await desk.changes()
  expect(changes.map(({ id }) => id)).toEqual([userId, invite.recordId])
  const added = { mail: null, registeredAt: null, groups: [], rights: [] }
  for (const change of changes) expect(change.state).toMatchObject(added)
  expect(directory).toBe(1)
  expect(await directoryOf(cloud.url, desk)).toMatchObject({ version: 1, groups: [], regions: [] })

  const [again] = await desk.send(invite)
  expect(again).toMatchObject({ outcome: 'applied', replayed: true })
  expect(appliedChange(again)).toMatchObject({ version: 1, state: added })
  await cloud.stop()
})

it('neither mails what the first schema only noted nor forgets the versions it gave', async () => {
  const { dataDir, admin, invite, userId } = await firstSchemaCloud()
  const cloud = await startCloud({ dataDir, demo: false })
  const desk = await signInDesk(cloud.url, admin)
  const [stale, updated] = await desk.send(
    updateOf(userId, 2, { lastName: 'Older' }),
    updateOf(userId, 3, { lastName: 'Newer' }),
  )
  expect(stale).toMatchObject({ problem: { code: 'stale' } })
  expect(appliedChange(updated).version).toBe(4)

  const { url, expiresAt } = await copyLink(cloud.url, desk, invite.recordId)
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
  expect((await desk.changes()).changes.find(({ id }) => id === invite.recordId)?.version).toBe(1)
  await desk.send(resendOf(invite.recordId))
  await shownAs(desk, invite.recordId, ({ mail }) => mail?.state === 'sent')
  expect((await register(url)).status).toBe(200)
  const [late] = await desk.send(deleteOf(invite.recordId, 1))
  expect(late).toMatchObject({ problem: { code: 'registered' } })
  await cloud.stop()
})

it('lets a Regional Admin, who had no region then, go on with whom they saw, and sees the rest told', async () => {
  const { dataDir, admin, regional, invite, userId } = await firstSchemaCloud({ regional: true })
  const cloud = await startCloud({ dataDir, demo: false })
  const [desk, there] = [await signInDesk(cloud.url, admin), await signInDesk(cloud.url, regional)]
  const [whole] = (await directoryOf(cloud.url, desk)).regions ?? []
  expect(whole).toMatchObject({ name: 'Whole account' })
  expect((await directoryOf(cloud.url, there)).regions).toEqual([whole])
  const { changes } = await desk.changes()
  expect((await there.changes()).changes).toEqual(changes)
  expect(changes).toMatchObject([
    { id: userId, version: 4, state: { regionId: whole?.id } },
    { id: invite.recordId, version: 2, state: { regionId: whole?.id } },
  ])
  expect((await there.snapshot()).records).toHaveLength(2)

  // What a desk had written on the version before is no conflict.
  const [late] = await desk.send(updateOf(userId, 3, { lastName: 'Late' }))
  expect(appliedChange(late).version).toBe(5)
  await desk.send(createOf({ firstName: 'New' }))
  await there.send(createOf({ firstName: 'Theirs' }))
  const names = (await there.snapshot()).records.map(({ state }) => state?.firstName)
  expect(new Set(names)).toEqual(new Set(['Card', 'Old', 'Theirs']))
  await cloud.stop()
})

it('keeps the mails that waited before there were mails about a login', async () => {
  const { dataDir, invite } = await firstSchemaCloud()
  const at = '2026-10-02T08:00:00.000Z'
  const mail = {
    id: 'b7f2c1d0-0000-4000-8000-000000000001',
    account_id: 'b7f2c1d0-0000-4000-8000-000000000002',
    record_id: invite.recordId,
    email: 'old@first.example',
    queued_at: at,
    due_at: at,
    attempts: 2,
    last_error: '451 Try later',
  }
  await withWaitingMail(dataDir, '0022-token-families', mail)
  const kept = await withDatabase(dataDir, (db) => db.selectFrom('mail').selectAll().execute())
  expect(kept).toEqual([{ ...mail, kind: 'invitation', claimed_until: null }])
})
