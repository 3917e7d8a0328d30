import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../contracts/desk.ts'
import type { Asking } from '../../contracts/door.ts'
import type { PersonFields } from '../../core/person.ts'
import { signInDesk } from '../support/cloud-desk.ts'
import { type CloudProcess, startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { person, startDesk, syncBecomes, valueOf } from '../support/desk-process.ts'

const send = (asking: Asking<Desk>, fields: Partial<PersonFields>, opId = v7()) =>
  asking.people.send({ opId, fields: person(fields) })

const signIn = (asking: Asking<Desk>, cloud: CloudProcess) =>
  asking.session.signIn({ cloudUrl: cloud.url, email: '', password: '', ...cloud.demo })

async function inCloud(cloud: CloudProcess, firstName: string) {
  if (cloud.demo === undefined) throw new Error('there is no demo person')
  const { snapshot } = await signInDesk(cloud.url, cloud.demo)
  const { records } = await snapshot()
  return records.filter(({ state }) => state?.firstName === firstName)
}

describe('the desk without a window', { timeout: 60_000 }, () => {
  it('sends what was accepted to the cloud, and says when it is there', async () => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    const desk = startDesk({ folder: temporaryFolder('desk') })
    const view = await valueOf(signIn(desk.asking, cloud))
    expect(view).toMatchObject({ state: 'signed-in', token: 'keyring', workOffline: false })

    const { recordId } = await valueOf(
      send(desk.asking, { firstName: 'Ada', cardId: '04A1B2C3D4E681' }),
    )
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0, attention: 0 })
    expect(await inCloud(cloud, 'Ada')).toMatchObject([
      { id: recordId, state: { kind: 'user', cardId: '04A1B2C3D4E681' } },
    ])
    await desk.stop()
    await cloud.end()
  })

  it('keeps what was accepted while the cloud is away, through SIGKILL, and sends it once', async () => {
    const [dataDir, folder] = [temporaryFolder('cloud'), temporaryFolder('desk')]
    const first = await startCloudProcess({ dataDir })
    const before = startDesk({ folder })
    await valueOf(signIn(before.asking, first))
    await syncBecomes(before.asking, { channel: 'idle' })
    await first.end()

    const opId = v7()
    await valueOf(send(before.asking, { firstName: 'Grace' }, opId))
    await before.kill()

    const after = startDesk({ folder })
    await expect
      .poll(() => valueOf(after.asking.session.get()), { timeout: 10_000 })
      .toMatchObject({ state: 'signed-in', token: 'keyring' })
    expect(await valueOf(after.asking.people.recent())).toMatchObject([
      { id: opId, firstName: 'Grace' },
    ])
    await syncBecomes(after.asking, { channel: 'offline', waiting: 1 })
    // The window does not know whether its first try arrived: it repeats it under the same key.
    await valueOf(send(after.asking, { firstName: 'Grace' }, opId))

    const again = await startCloudProcess({ dataDir, port: Number(new URL(first.url).port) })
    await valueOf(after.asking.sync.now())
    await syncBecomes(after.asking, { channel: 'idle', waiting: 0 })
    expect(await inCloud(again, 'Grace')).toHaveLength(1)
    await after.stop()
    await again.end()
  })

  it('opens without keyring as the person last signed in, saves, and sends after signing in again', async () => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    const folder = temporaryFolder('desk')
    const before = startDesk({ folder, keyring: false })
    expect(await valueOf(signIn(before.asking, cloud))).toMatchObject({ token: 'memory' })
    await before.stop()

    const after = startDesk({ folder, keyring: false })
    await syncBecomes(after.asking, { channel: 'sign-in-needed' })
    expect(await valueOf(after.asking.session.get())).toMatchObject({
      state: 'signed-in',
      identity: { person: { email: cloud.demo?.email } },
      token: 'none',
    })
    await valueOf(send(after.asking, { firstName: 'Mary' }))
    await syncBecomes(after.asking, { channel: 'sign-in-needed', waiting: 1 })

    await valueOf(signIn(after.asking, cloud))
    await syncBecomes(after.asking, { channel: 'idle', waiting: 0 })
    expect(await inCloud(cloud, 'Mary')).toHaveLength(1)
    await after.stop()
    await cloud.end()
  })

  it('works offline when told to, restarts included, until told otherwise', async () => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    const folder = temporaryFolder('desk')
    const before = startDesk({ folder })
    await valueOf(signIn(before.asking, cloud))
    expect(await valueOf(before.asking.session.workOffline({ on: true }))).toMatchObject({
      workOffline: true,
    })
    await valueOf(send(before.asking, { firstName: 'Hedy' }))
    await before.stop()

    const after = startDesk({ folder })
    await syncBecomes(after.asking, { channel: 'paused', waiting: 1 })
    expect(await inCloud(cloud, 'Hedy')).toEqual([])
    await valueOf(after.asking.session.workOffline({ on: false }))
    await syncBecomes(after.asking, { channel: 'idle', waiting: 0 })
    expect(await inCloud(cloud, 'Hedy')).toHaveLength(1)
    await after.stop()
    await cloud.end()
  })

  it('parks what the cloud refuses, and sends it again once it is corrected', async () => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    const desk = startDesk({ folder: temporaryFolder('desk') })
    await valueOf(signIn(desk.asking, cloud))
    await valueOf(send(desk.asking, { firstName: 'First', cardId: '04A1B2C3D4E682' }))
    const taken = await valueOf(
      send(desk.asking, { firstName: 'Second', cardId: '04A1B2C3D4E682' }),
    )
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0, attention: 1 })

    const [parked] = await valueOf(desk.asking.people.parked())
    expect(parked).toMatchObject({
      opId: taken.recordId,
      problem: { code: 'card.taken', holder: { name: 'First' } },
    })
    const fields = person({ firstName: 'Second', cardId: '04A1B2C3D4E683' })
    await valueOf(desk.asking.people.correct({ opId: taken.recordId, newOpId: v7(), fields }))
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0, attention: 0 })
    expect(await inCloud(cloud, 'Second')).toMatchObject([{ state: { cardId: '04A1B2C3D4E683' } }])
    await desk.stop()
    await cloud.end()
  })
})
