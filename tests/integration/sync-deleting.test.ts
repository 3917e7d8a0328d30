import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../core/outcome.ts'
import { nobody } from '../../core/person.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import { type Desk, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { copyLink, latest, register } from '../support/cloud-invitations.ts'
import {
  type CloudBehindFaults,
  startCloudBehindFaults,
  startDesk,
} from '../support/desk-over-http.ts'

let cloud: CloudBehindFaults
let desk: ReturnType<typeof startDesk>
let other: Desk
beforeEach(async () => {
  cloud = await startCloudBehindFaults()
  desk = startDesk(cloud)
  other = await signInDesk(cloud.url, cloud.demo)
})
afterEach(async () => {
  await desk.stop()
  await cloud.close()
})

const cardId = '04C43BC21C2680'
const at = '2026-11-25T08:00:00.000Z'
const settled = ({ channel, waiting, sending }: SyncStatus) =>
  channel === 'idle' && waiting + sending === 0

async function sent() {
  desk.shell.nudge('accepted')
  await desk.reaches(settled)
}

/** Somebody with a card whom this desk knows as a user; `registered`: by an invitation. */
async function user(registered: boolean): Promise<string> {
  const recordId = v7()
  const email = registered ? 'pat@site.example' : null
  const fields = { ...nobody, firstName: 'Pat', email, cardId }
  taken(desk.store.people.acceptCreate({ opId: recordId, fields, at }))
  await sent()
  if (registered) {
    await register((await copyLink(cloud.url, other, recordId)).url)
    desk.shell.nudge('sync-now')
  }
  const isUser = () => desk.store.people.standing([recordId]).map(({ kind }) => kind)
  await expect.poll(isUser).toEqual(['user'])
  return recordId
}

const edit = (recordId: string) =>
  taken(desk.store.people.acceptUpdate({ opId: v7(), recordId, set: { lastName: 'Mine' }, at }))
const erase = (recordId: string) =>
  taken(desk.store.people.acceptDelete({ opId: v7(), recordId, at }))

const kinds = [
  ['who has registered', true],
  ['who has a card only', false],
] as const

describe('deleting a user', { timeout: 30_000 }, () => {
  it.each(kinds)('%s is no conflict with one’s own edit before', async (_, registered) => {
    const recordId = await user(registered)
    edit(recordId)
    erase(recordId)
    await sent()
    expect(desk.store.people.parked()).toEqual([])
    expect(await latest(other, recordId)).toMatchObject({ deleted: true })
  })

  it.each(kinds)('%s is no conflict with giving their card away before', async (_, registered) => {
    const recordId = await user(registered)
    const move = { opId: v7(), fromRecordId: recordId }
    const fields = { ...nobody, firstName: 'Next', cardId }
    taken(desk.store.people.acceptCreate({ opId: v7(), fields, at, move }))
    erase(recordId)
    await sent()
    expect(desk.store.people.parked()).toEqual([])
    expect(await latest(other, recordId)).toMatchObject({ deleted: true })
  })

  it('is asked about when somebody else changed them meanwhile, own edits or not', async () => {
    const recordId = await user(true)
    const version = (await latest(other, recordId))?.version ?? 0
    await other.send(updateOf(recordId, version, { organization: 'Theirs' }))
    edit(recordId)
    erase(recordId)
    await sent()
    expect(desk.store.people.parked()).toMatchObject([
      { recordId, method: 'delete', problem: { code: 'stale' } },
    ])
    expect(await latest(other, recordId)).toMatchObject({
      state: { lastName: 'Mine', organization: 'Theirs' },
    })
  })
})

function taken(result: Result<{ recordId: string }>) {
  if (!result.ok) throw new Error(result.code)
}
