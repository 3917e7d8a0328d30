import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '../../cloud/backup/back-up.ts'
import { putBack } from '../../cloud/backup/put-back.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import { createCloudClient } from '../../electron/cloud-client/create-cloud-client.ts'
import {
  type CloudBehindFaults,
  startCloudBehindFaults,
  startDesk,
} from '../support/desk-over-http.ts'

let cloud: CloudBehindFaults
beforeEach(async () => {
  cloud = await startCloudBehindFaults()
})
afterEach(() => cloud.close())

const at = '2026-11-23T08:00:00.000Z'
const allSent = (status: SyncStatus) => status.channel === 'idle' && status.waiting === 0
const dataDir = () => path.join(cloud.folder, 'cloud')
const file = () => path.join(cloud.folder, 'cloud.backup')

async function backUpNow() {
  const done = await backUp({ dataDir: dataDir() }, file(), new Date())
  if (!done.ok) throw new Error(done.code)
}

/** The disk of the cloud is gone; its operator puts the backup in its place. */
async function putBackNow(secondsLater = 0) {
  await cloud.stopCloud()
  renameSync(dataDir(), `${dataDir()}-${v7()}`)
  mkdirSync(dataDir())
  const done = await putBack(
    { dataDir: dataDir() },
    file(),
    new Date(Date.now() + secondsLater * 1000),
  )
  if (!done.ok) throw new Error(done.code)
  await cloud.startCloud()
}

/** A restore ends every sign-in. */
async function signInAgain() {
  const client = createCloudClient({ baseUrl: cloud.url, fetch, desk: 'Tapdesk (test)' })
  const desk = { id: v7(), name: 'Test desk' }
  const signedIn = await client.signIn({ body: { ...cloud.demo, desk } })
  if (!signedIn.ok) throw new Error(signedIn.code)
  Object.assign(cloud.tokens, signedIn.value.tokens)
}

/** The desk of the same person on the same database, signed in again. */
async function signedInAgain(options: Parameters<typeof startDesk>[2] = {}) {
  await signInAgain()
  return startDesk(cloud, cloud.tokens.accessToken, options)
}

/** Everybody in the cloud whose last name begins so, by id. */
async function inCloud(begin: string) {
  const query = { limit: 500 }
  const { accessToken: token } = cloud.tokens
  const page = await cloud.client.snapshot({ params: { accountId: cloud.accountId }, query, token })
  if (!page.ok) throw new Error(page.code)
  const found = page.value.records.filter(({ state }) => state?.lastName.startsWith(begin))
  return new Map(found.map(({ id, state }) => [id, state]))
}

describe('a desk whose cloud was put back to a backup', () => {
  it('sends again what the cloud has lost, once, and nothing that it still has', async () => {
    const desk = startDesk(cloud)
    const kept = desk.create('Kept')
    await desk.reaches(allSent)
    await backUpNow()
    const lost = desk.create('Lost')
    const set = { organization: 'Later', cardId: '04C43BC21C2680' }
    desk.store.people.acceptUpdate({ opId: v7(), recordId: kept, set, at })
    desk.shell.nudge('accepted')
    await desk.reaches(allSent)
    await desk.stop()
    await putBackNow()
    await signInAgain()
    expect((await inCloud('Lost')).size).toBe(0)

    const again = await signedInAgain()
    const unsent = again.create('Unsent')
    await again.reaches((status) => allSent(status) && again.store.people.fields(lost) !== null)
    await again.reaches(allSent)
    await expect
      .poll(async () => [...(await inCloud('Lost')).keys()], { timeout: 15_000 })
      .toEqual([lost])
    await expect
      .poll(async () => (await inCloud('Kept')).get(kept), { timeout: 15_000 })
      .toMatchObject({ organization: 'Later', cardId: '04C43BC21C2680' })
    expect([...(await inCloud('Unsent')).keys()]).toEqual([unsent])
    expect(again.store.people.fields(kept)).toMatchObject({ organization: 'Later' })
    expect(again.store.people.fields(lost)).toMatchObject({ lastName: 'Lost' })
    expect(again.store.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    await again.stop()
  })

  it('does so at once from two desks of a person, and everybody is there once', async () => {
    const [one, two] = [
      startDesk(cloud, undefined, { file: 'one.db' }),
      startDesk(cloud, undefined, { file: 'two.db' }),
    ]
    await Promise.all([one.reaches(allSent), two.reaches(allSent)])
    await backUpNow()
    const ids = [one.create('Lostone'), two.create('Losttwo')]
    await Promise.all([one.reaches(allSent), two.reaches(allSent)])
    await Promise.all([one.stop(), two.stop()])
    await putBackNow()
    const again = [await signedInAgain({ file: 'one.db' }), await signedInAgain({ file: 'two.db' })]
    await expect
      .poll(async () => [...(await inCloud('Lost')).keys()].toSorted(), { timeout: 20_000 })
      .toEqual(ids.toSorted())
    for (const desk of again) {
      await desk.reaches(allSent)
      expect(desk.store.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
      await desk.stop()
    }
  })

  it('does not bring back whom the cloud had deleted before the backup', async () => {
    const desk = startDesk(cloud)
    const gone = desk.create('Deleted')
    await desk.reaches(allSent)
    await desk.stop()
    const other = startDesk(cloud, undefined, { file: 'other.db' })
    await other.reaches((status) => allSent(status) && other.store.people.fields(gone) !== null)
    other.store.people.acceptDelete({ opId: v7(), recordId: gone, at })
    other.shell.nudge('accepted')
    await other.reaches(allSent)
    await other.stop()
    await backUpNow()
    await putBackNow()
    const again = await signedInAgain()
    await expect.poll(() => again.store.people.fields(gone), { timeout: 15_000 }).toBeNull()
    await again.reaches(allSent)
    expect((await inCloud('Deleted')).size).toBe(0)
    await again.stop()
  })

  it('agrees with the cloud afterwards, also when it is told twice', async () => {
    const desk = startDesk(cloud)
    desk.create('Before')
    await desk.reaches(allSent)
    await backUpNow()
    const lost = desk.create('Lost')
    await desk.reaches(allSent)
    await desk.stop()
    for (let nth = 0; nth < 2; nth++) {
      await putBackNow(nth * 60)
      const again = await signedInAgain()
      await expect
        .poll(async () => [...(await inCloud('Lost')).keys()], { timeout: 15_000 })
        .toEqual([lost])
      await again.reaches(allSent)
      const { accessToken: token } = cloud.tokens
      const agrees = async () => {
        const digest = await cloud.client.digest({ params: { accountId: cloud.accountId }, token })
        return (
          digest.ok &&
          JSON.stringify(digest.value.buckets) === JSON.stringify(again.store.feed.digest().buckets)
        )
      }
      again.shell.nudge('sync-now')
      await expect.poll(agrees, { timeout: 15_000 }).toBe(true)
      await again.stop()
    }
  })
})
