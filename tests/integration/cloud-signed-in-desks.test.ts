import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorNames, unseal } from '../../cloud/audit/seal.ts'
import { type Desk, signInDesk } from '../support/cloud-desk.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { signInsAt } from '../support/cloud-sign-ins.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk
let accountId = ''
let signIns = signInsAt('')

beforeAll(async () => {
  cloud = await startCloud()
  signIns = signInsAt(cloud.url)
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  accountId = admin.signedIn.accounts[0]?.id ?? ''
})
afterAll(() => cloud.stop())

const somebody = () => addPerson(cloud.dataDir, accountId, 'installer')

const sessions = () =>
  withDatabase(cloud.dataDir, (db) => db.selectFrom('desk_session').selectAll().execute())

describe('the desks of a person', () => {
  it('are those where they are signed in, this one marked, and nobody else’s', async () => {
    const who = await somebody()
    const [here, there] = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    const listed = await signIns.own(here)
    expect(listed.map(({ name }) => name)).toEqual(['Test desk', 'Test desk'])
    expect(listed.filter(({ current }) => current)).toHaveLength(1)
    expect((await signIns.own(there)).filter(({ current }) => current)).toEqual([
      { ...listed.find(({ current }) => !current), current: true },
    ])
    for (const { signedInAt, seenAt } of listed) expect(seenAt).toBe(signedInAt)
  })

  it('are told under ids of their own, which are in no token and no column', async () => {
    const told = [...(await signIns.own(admin)), ...(await signIns.members(admin))]
    expect(told.length).toBeGreaterThan(2)
    const kept = JSON.stringify(await sessions())
    for (const { id } of told) {
      expect(kept).not.toContain(id)
      expect(JSON.stringify(admin.signedIn.tokens)).not.toContain(id)
    }
    for (const { id } of await sessions()) expect(JSON.stringify(told)).not.toContain(id)
  })

  it('are signed out one by one, at once, and told why', async () => {
    const who = await somebody()
    const [here, there] = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    const other = (await signIns.own(here)).find(({ current }) => !current)?.id ?? ''
    expect(await signIns.revoke(here, other)).toEqual({ revoked: 1 })
    expect(await signIns.endOf(there)).toEqual(['token.invalid', 'revoked'])
    expect(await signIns.own(here)).toMatchObject([{ current: true }])
    expect(await signIns.revoke(here, other)).toEqual({ revoked: 0 })
  })

  it('are signed out together, all but the one that asks', async () => {
    const who = await somebody()
    const here = await signInDesk(cloud.url, who)
    const others = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    expect(await signIns.revoke(here, null)).toEqual({ revoked: 2 })
    for (const each of others) expect(await signIns.endOf(each)).toContain('revoked')
    expect(await signIns.revoke(here, null)).toEqual({ revoked: 0 })
  })

  it('are out of reach for everybody else', async () => {
    const [one, two] = [await somebody(), await somebody()]
    const [desk, stranger] = [await signInDesk(cloud.url, one), await signInDesk(cloud.url, two)]
    const [{ id } = { id: '' }] = await signIns.own(desk)
    expect(await signIns.revoke(stranger, id)).toEqual({ revoked: 0 })
    expect(await signIns.own(desk)).toHaveLength(1)
  })
})

describe('the desks of the members of an account', () => {
  it('are shown to an Account Admin, who can sign each of them out', async () => {
    const who = await somebody()
    const [one, other] = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    const theirs = (await signIns.members(admin)).filter(({ person }) => person.id === who.id)
    expect(theirs).toHaveLength(2)
    expect(theirs[0]).toMatchObject({
      person: { name: 'installer', role: 'installer' },
      current: false,
    })
    const [{ id } = { id: '' }] = (await signIns.own(one)).filter(({ current }) => current)
    expect(await signIns.revokeMember(admin, { personId: who.id, id })).toEqual({ revoked: 1 })
    expect(await signIns.endOf(one)).toEqual(['token.invalid', 'revoked'])
    expect(await signIns.own(other)).toHaveLength(1)
  })

  it('are not those of people who are no members, nor of those who left', async () => {
    const who = await somebody()
    const desk = await signInDesk(cloud.url, who)
    const [{ id } = { id: '' }] = await signIns.own(desk)
    await withDatabase(cloud.dataDir, (db) =>
      db.deleteFrom('membership').where('person_id', '=', who.id).execute(),
    )
    const listed = await signIns.members(admin)
    expect(listed.filter(({ person }) => person.id === who.id)).toEqual([])
    expect(await signIns.revokeMember(admin, { personId: who.id, id })).toEqual({ revoked: 0 })
    expect(await signIns.own(desk)).toHaveLength(1)
  })
})

it('leaves an entry in the audit for each desk: by whom, where, whose, which', async () => {
  const who = await somebody()
  const [here, there] = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
  await signIns.revoke(here, null)
  const [{ id } = { id: '' }] = await signIns.own(here)
  await signIns.revokeMember(admin, { personId: who.id, id })
  const { entries, desks } = await withDatabase(cloud.dataDir, async (db) => ({
    entries: await db
      .selectFrom('audit')
      .selectAll()
      .where('about_id', '=', who.id)
      .orderBy('seq')
      .execute(),
    desks: await db
      .selectFrom('desk_session')
      .select(['id', 'desk_id'])
      .where('person_id', '=', who.id)
      .execute(),
  }))
  const deskOf = ({ signedIn: { tokens } }: Desk) =>
    desks.find((each) => tokens.refreshToken.startsWith(each.id))?.desk_id
  const told = entries.map(({ what, who: by, about, fields }) => [
    what,
    actorNames(by ?? '').person,
    unseal(about ?? ''),
    fields,
  ])
  expect(told).toEqual([
    ['desk-revoked', 'installer', 'installer', deskOf(there)],
    ['desk-revoked', 'Demo Person', 'installer', deskOf(here)],
  ])
})
