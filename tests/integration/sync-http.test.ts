import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../core/sync-status.ts'
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

/** Everybody in the cloud with this last name, asked for directly. */
async function inCloud(lastName: string): Promise<string[]> {
  const { accessToken: token } = cloud.tokens
  const ids: string[] = []
  let after: string | undefined
  for (;;) {
    const params = { accountId: cloud.accountId }
    const query = after === undefined ? {} : { after }
    const page = await cloud.client.snapshot({ params, query, token })
    if (!page.ok) throw new Error(page.code)
    const { records, hasMore } = page.value
    ids.push(...records.filter((one) => one.state?.lastName === lastName).map((one) => one.id))
    after = records.at(-1)?.id
    if (!hasMore) return ids
  }
}

describe('a desk and a real cloud', () => {
  it('sends what was accepted and shows what others have', async () => {
    const desk = startDesk(cloud)
    const id = desk.create('Lovelace')
    await desk.reaches(allSent)
    expect(await inCloud('Lovelace')).toEqual([id])
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    await desk.stop()
  })

  it('delivers once when the reply was lost after the cloud had committed', async () => {
    const desk = startDesk(cloud)
    await desk.reaches(allSent)
    cloud.proxy.plan({ kind: 'applied-then-reset' })
    const id = desk.create('Hopper')
    await desk.reaches((status) => status.channel === 'offline')
    desk.shell.nudge('sync-now')
    await desk.reaches(allSent)
    expect(await inCloud('Hopper')).toEqual([id])
    await desk.stop()
  })

  it('delivers once when the cloud has only the facts left of what it did', async () => {
    const desk = startDesk(cloud)
    await desk.reaches(allSent)
    cloud.proxy.plan({ kind: 'applied-then-expired' })
    const id = desk.create('Lamarr')
    await desk.reaches((status) => status.channel === 'offline')
    desk.store.people.acceptUpdate({ opId: v7(), recordId: id, set: { organization: 'Later' }, at })
    desk.shell.nudge('sync-now')
    await desk.reaches(allSent)
    expect(await inCloud('Lamarr')).toEqual([id])
    expect(desk.store.people.fields(id)).toMatchObject({ organization: 'Later' })
    await desk.stop()
  })

  it('delivers once when the network repeats the request', async () => {
    const desk = startDesk(cloud)
    await desk.reaches(allSent)
    cloud.proxy.plan({ kind: 'twice' })
    const id = desk.create('Noether')
    await desk.reaches(allSent)
    expect(await inCloud('Noether')).toEqual([id])
    await desk.stop()
  })

  it('delivers once after the program was cut off in the middle of a request', async () => {
    const desk = startDesk(cloud)
    await desk.reaches(allSent)
    cloud.proxy.plan({ kind: 'silence' })
    const arrival = cloud.proxy.arrival()
    const id = desk.create('Curie')
    await arrival
    await desk.stop()
    const again = startDesk(cloud)
    await again.reaches(allSent)
    expect(await inCloud('Curie')).toEqual([id])
    await again.stop()
  })

  it('keeps accepting while the cloud is away and delivers when it is back', async () => {
    await cloud.stopCloud()
    const desk = startDesk(cloud)
    const ids = Array.from({ length: 120 }, () => desk.create('Meitner'))
    await desk.reaches((status) => status.channel === 'offline' && status.waiting === 120)
    await cloud.startCloud()
    desk.shell.nudge('sync-now')
    await desk.reaches(allSent)
    expect((await inCloud('Meitner')).toSorted()).toEqual(ids.toSorted())
    await desk.stop()
  })

  it("takes a captive portal's page for trouble, not for success", async () => {
    const desk = startDesk(cloud)
    await desk.reaches(allSent)
    cloud.proxy.plan({ kind: 'reply', status: 200, type: 'text/html', body: '<form>Accept</form>' })
    const id = desk.create('Germain')
    await desk.reaches((status) => status.channel === 'trouble' && status.waiting === 1)
    desk.shell.nudge('sync-now')
    await desk.reaches(allSent)
    expect(await inCloud('Germain')).toEqual([id])
    await desk.stop()
  })

  it('renews an expired token by itself', async () => {
    const desk = startDesk(cloud, 'expired')
    const id = desk.create('Franklin')
    await desk.reaches(allSent)
    cloud.tokens.accessToken = lastToken()
    expect(await inCloud('Franklin')).toEqual([id])
    await desk.stop()
  })
})

/** The access token that the desk used last. */
function lastToken(): string {
  return String(cloud.proxy.seen.at(-1)?.headers['authorization']).replace('Bearer ', '')
}
