import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CardProfile, defaultCardProfile } from '../../core/card-profile.ts'
import type { PersonFields } from '../../core/person.ts'
import { addPerson } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

const roll: CardProfile = {
  ...defaultCardProfile,
  surface: { kind: 'label', prefix: 'A-', digits: 4, next: '120' },
}

let cloud: RunningCloud
const desks: DeskProcess[] = []

beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(async () => {
  for (const desk of desks) await desk.stop()
  await cloud.stop()
})

async function sitDown({ email, password }: { email: string; password: string }) {
  const desk = startDesk({ folder: temporaryFolder('desk') })
  desks.push(desk)
  await valueOf(desk.asking.session.signIn({ email, password, cloudUrl: cloud.url }))
  await expect
    .poll(async () => (await valueOf(desk.asking.directory.get())).version, { timeout: 10_000 })
    .toBeGreaterThan(0)
  return desk.asking
}
type Asking = Awaited<ReturnType<typeof sitDown>>

const profileOf = async (desk: Asking) => (await valueOf(desk.directory.get())).cardProfile
const admin = () => sitDown(cloud.demo ?? { email: '', password: '' })

async function save(desk: Asking, cardProfile: CardProfile) {
  const { version } = await valueOf(desk.directory.get())
  return desk.directory.setCardProfile({ ifVersion: version, cardProfile })
}

async function enrol(desk: Asking, fields: Partial<PersonFields>) {
  const wanted = person({ email: null, firstName: 'Aino', ...fields })
  return valueOf(desk.people.send({ opId: v7(), fields: wanted }))
}

describe('the card profile at a desk', { timeout: 60_000 }, () => {
  it('is used at once where it was changed, and at other desks after their next sync', async () => {
    const [one, other] = [await admin(), await admin()]
    expect(await valueOf(one.directory.labelFor({ uid: '04C43BC21C2680' }))).toBeNull()
    expect(await save(one, roll)).toMatchObject({ ok: true })
    expect(await profileOf(one)).toEqual(roll)
    expect(await profileOf(other)).toEqual(defaultCardProfile)
    await valueOf(other.sync.now())
    await expect.poll(() => profileOf(other), { timeout: 10_000 }).toEqual(roll)
    expect((await valueOf(other.directory.get())).groups).toHaveLength(6)
  })

  it('is not changed over what another desk saved, and what was saved is fetched', async () => {
    const [one, other] = [await admin(), await admin()]
    expect(await save(one, roll)).toMatchObject({ ok: true })
    expect(await save(other, defaultCardProfile)).toMatchObject({ code: 'profile-changed' })
    await expect
      .poll(async () => save(other, roll), { timeout: 10_000 })
      .toMatchObject({ ok: true })
  })

  it('stays what was pulled last while the cloud is away, and is not changed then', async () => {
    const desk = await admin()
    expect(await save(desk, roll)).toMatchObject({ ok: true })
    await valueOf(desk.session.workOffline({ on: true }))
    expect(await save(desk, defaultCardProfile)).toMatchObject({ code: 'cloud-away' })
    expect(await profileOf(desk)).toEqual(roll)
  })

  it('is known to an installer, who may not change it', async () => {
    const account = await admin()
    expect(await save(account, roll)).toMatchObject({ ok: true })
    const view = await valueOf(account.session.get())
    if (view.state !== 'signed-in') throw new Error(view.state)
    const { id } = view.identity.account
    const desk = await sitDown(await addPerson(cloud.dataDir, id, 'installer'))
    expect(await profileOf(desk)).toEqual(roll)
    expect(await save(desk, defaultCardProfile)).toMatchObject({ code: 'profile-not-allowed' })
  })
})

describe('the next label of a roll', { timeout: 60_000 }, () => {
  it('follows the highest one known here: unsent, of others, of people deleted since', async () => {
    const [one, other] = [await admin(), await admin()]
    expect(await save(one, roll)).toMatchObject({ ok: true })
    const next = (desk: Asking) => valueOf(desk.directory.labelFor({ uid: '04C43BC21C2680' }))
    await valueOf(one.session.workOffline({ on: true }))
    expect(await next(one)).toBe('A-0120')
    await enrol(one, { surfaceId: 'A-0120', cardId: 'DEAD0001' })
    expect(await next(one)).toBe('A-0121')
    await enrol(one, { surfaceId: 'A-9', cardId: 'DEAD0002' })
    await enrol(one, { surfaceId: 'A-0777x', cardId: 'DEAD0003' })
    const { recordId } = await enrol(one, { email: 'a@b.example', surfaceId: 'A-0130' })
    expect(await next(one)).toBe('A-0131')
    await valueOf(one.session.workOffline({ on: false }))
    await syncBecomes(one, { channel: 'idle', waiting: 0, sending: 0 })
    await valueOf(other.sync.now())
    await expect.poll(() => next(other), { timeout: 10_000 }).toBe('A-0131')

    await valueOf(other.invitations.remove({ items: [{ opId: v7(), recordId }] }))
    expect(await next(other)).toBe('A-0131')
  })
})
