import { expect, it } from 'vitest'
import { appliedChange, deleteOf, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { firstSchemaCloud } from '../support/cloud-first-schema.ts'
import { copyLink, directoryOf, register, resendOf, shownAs } from '../support/cloud-invitations.ts'
import { startCloud } from '../support/cloud.ts'

it('takes over the people, logins and answers of the first schema', async () => {
  const { dataDir, admin, invite, userId } = await firstSchemaCloud()
  const cloud = await startCloud({ dataDir, demo: false })
  const desk = await signInDesk(cloud.url, admin)
  const { changes, directory } = await desk.changes()
  expect(changes.map(({ id }) => id)).toEqual([userId, invite.recordId])
  const added = { mail: null, registeredAt: null, groups: [], rights: [] }
  for (const change of changes) expect(change.state).toMatchObject(added)
  expect(directory).toBe(0)
  expect(await directoryOf(cloud.url, desk)).toMatchObject({ version: 0, groups: [] })

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
