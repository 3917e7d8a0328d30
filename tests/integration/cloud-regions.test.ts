import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { purge } from '../../cloud/store/purge.ts'
import { moveOf } from '../support/cloud-cards.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  problemOf,
  refusal,
  request,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { copyLink, directoryOf, invite, register, shownAs } from '../support/cloud-invitations.ts'
import { freshCard } from '../support/cloud-log.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { addPerson, addRegion, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { pull } from '../support/pull.ts'

let cloud: RunningCloud
let admin: Desk
let account = ''
let [north, south] = ['', '']
/** The Regional Admins of the two. */
let [nora, sulo]: Desk[] = []
const signIn = () => signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signIn()
  account = admin.signedIn.accounts[0]?.id ?? ''
  north = await addRegion(cloud.dataDir, account, 'North')
  south = await addRegion(cloud.dataDir, account, 'South')
  nora = await regionalAdmin(north)
  sulo = await regionalAdmin(south)
})
afterAll(() => cloud.stop())

async function regionalAdmin(region: string) {
  return signInDesk(cloud.url, await addPerson(cloud.dataDir, account, 'regional-admin', region))
}
const of = (desk: Desk | undefined) => {
  if (desk === undefined) throw new Error('nobody has signed in')
  return desk
}
const idsAt = async (desk: Desk | undefined) =>
  (await of(desk).snapshot()).records.map(({ id }) => id)

describe('a record that changes its region', () => {
  it('is a tombstone where it leaves and is whole where it comes, also on its way back', async () => {
    const [before, there] = [(await pull(of(nora))).cursor, (await pull(of(sulo))).cursor]
    const made = createOf({ firstName: 'Wanda', regionId: north })
    const id = made.recordId
    await admin.send(made)
    const [, moved] = await admin.send(
      createOf({ firstName: 'Beside', regionId: north }),
      updateOf(id, 1, { regionId: south }),
    )
    expect(appliedChange(moved).state?.regionId).toBe(south)
    const left = await pull(of(nora), before, 1)
    const tombstone = { id, version: 2, deleted: true, state: null, opId: null }
    expect(left.changes).toMatchObject([{ state: { firstName: 'Beside' } }, tombstone])
    const came = await pull(of(sulo), there)
    expect(came.changes).toMatchObject([{ id, version: 2, state: { firstName: 'Wanda' } }])
    expect(await idsAt(nora)).not.toContain(id)

    // What happens to it there is nobody's business here.
    await of(sulo).send(updateOf(id, 2, { lastName: 'South' }))
    expect((await pull(of(nora), left.cursor)).changes).toEqual([])
    await admin.send(updateOf(id, 3, { regionId: north }))
    expect((await pull(of(nora), before)).changes).toMatchObject([
      { state: { firstName: 'Beside' } },
      { id, version: 4, deleted: false, state: { lastName: 'South' } },
    ])
    expect((await pull(of(sulo), there)).changes).toMatchObject([{ id, deleted: true, version: 4 }])
    for (const desk of [nora, sulo]) {
      const { records } = await of(desk).snapshot()
      expect((await of(desk).digest()).count).toBe(records.length)
    }
  })

  it('is told of for as long as of the deleted', async () => {
    const own = await startCloud()
    const there = await signInDesk(own.url, own.demo ?? { email: '', password: '' })
    const accountId = there.signedIn.accounts[0]?.id ?? ''
    const regionId = await addRegion(own.dataDir, accountId, 'West')
    const who = await addPerson(own.dataDir, accountId, 'regional-admin', regionId)
    const west = await signInDesk(own.url, who)
    const { cursor } = await pull(west)
    const made = createOf({ firstName: 'Gone', regionId })
    await there.send(made, updateOf(made.recordId, 1, { regionId: null }))
    const inTwoHundredDays = new Date(Date.now() + 200 * 86_400_000)
    await withDatabase(own.dataDir, (db) => purge(db, inTwoHundredDays))
    const again = await signInDesk(own.url, who)
    const path = `${again.account}/changes?cursor=${cursor}`
    const answer = await refusal(own.url, path, { headers: bearer(again.token) })
    expect(answer).toMatchObject({ status: 410, code: 'cursor.expired' })
    await own.stop()
  })
})

describe('a region', () => {
  it('is asked for with the role Regional Admin, and is one that there is', async () => {
    const as = (regionId: string | null) =>
      createOf({ email: `${v7()}@site.example`, role: 'regional-admin', regionId })
    const unknown = v7()
    const [none, gone, good] = await admin.send(as(null), as(unknown), as(north))
    expect(problemOf(none)).toEqual({ code: 'region.required' })
    expect(problemOf(gone)).toEqual({ code: 'region.gone', id: unknown })
    const { id, version, state } = appliedChange(good)
    expect(state?.regionId).toBe(north)
    const [without, user] = await admin.send(
      updateOf(id, version, { regionId: null }),
      updateOf(id, version, { regionId: null, role: 'user' }),
    )
    expect(problemOf(without)).toEqual({ code: 'region.required' })
    expect(appliedChange(user).state).toMatchObject({ role: 'user', regionId: null })
  })

  it('is the own one of whomever a Regional Admin makes, and theirs to give no other way', async () => {
    const [mine, same, other, nowhere] = await of(nora).send(
      createOf({ firstName: 'Mine', role: 'regional-admin' }),
      createOf({ firstName: 'Same', role: 'installer', regionId: north }),
      createOf({ firstName: 'Other', regionId: south }),
      createOf({ firstName: 'Nowhere', regionId: v7() }),
    )
    expect(appliedChange(mine).state?.regionId).toBe(north)
    expect(appliedChange(same).state?.regionId).toBe(north)
    for (const refused of [other, nowhere]) {
      expect(problemOf(refused)).toEqual({ code: 'region.forbidden' })
    }
    const { id } = appliedChange(mine)
    const results = await of(nora).send(
      updateOf(id, 1, { regionId: south }),
      updateOf(id, 1, { regionId: null }),
      updateOf(id, 1, { lastName: 'Stays' }),
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'applied'])
  })

  it('is what an invited Regional Admin sees from their registration on, and moves with them', async () => {
    const { id, state } = await invite(admin, { role: 'regional-admin', regionId: north })
    await register((await copyLink(cloud.url, admin, id)).url)
    const who = { email: state?.email ?? '', password: 'a long password' }
    const desk = await signInDesk(cloud.url, who)
    expect(await idsAt(desk)).toEqual(await idsAt(nora))
    expect((await directoryOf(cloud.url, desk)).regions).toEqual([{ id: north, name: 'North' }])
    const { next, directory } = await desk.changes()
    const { version } = await shownAs(admin, id, ({ kind }) => kind === 'user')
    await admin.send(updateOf(id, version, { regionId: south }))
    const path = `${desk.account}/changes?cursor=${next}`
    const expired = await refusal(cloud.url, path, { headers: bearer(desk.token) })
    expect(expired.code).toBe('cursor.expired')
    expect(await idsAt(desk)).toEqual(await idsAt(sulo))
    expect((await directoryOf(cloud.url, desk)).regions).toEqual([{ id: south, name: 'South' }])
    expect((await desk.changes()).directory).toBeGreaterThan(directory)
  })

  it('of a member is changed by the operator, and their feed begins anew with it', async () => {
    const { typed } = operatorAt(cloud.dataDir)
    const who = await addPerson(cloud.dataDir, account, 'regional-admin', north)
    const desk = await signInDesk(cloud.url, who)
    const [{ next }, { newest }] = [await desk.changes(), await desk.log()]
    const [set] = await typed('member', 'set', '--email', who.email, '--region', 'South')
    expect(set).toMatchObject({ region: 'South' })
    for (const path of [`changes?cursor=${next}`, `log?newerThan=${newest}`]) {
      const init = { headers: bearer(desk.token) }
      const { code } = await refusal(cloud.url, `${desk.account}/${path}`, init)
      expect(code).toBe('cursor.expired')
    }
    expect(await idsAt(desk)).toEqual(await idsAt(sulo))
  })
})

describe('what is told of other regions', () => {
  it('is not who gave up a card', async () => {
    const card = freshCard()
    const [giver, taker] = [
      createOf({ firstName: 'Greta', cardId: card, regionId: south }),
      createOf({ firstName: 'Taavi', regionId: north }),
    ]
    await admin.send(giver, taker)
    await admin.send(moveOf(taker.recordId, giver.recordId, card))
    const [line] = (await of(nora).log()).lines
    expect(line).toMatchObject({ person: 'Taavi', what: 'moved', from: null })
    expect((await admin.log()).lines[0]).toMatchObject({ person: 'Taavi', from: 'Greta' })
    expect(JSON.stringify(await of(sulo).log())).not.toContain('Taavi')
  })

  it('is no erasure, but where somebody was and whose admins were there', async () => {
    const { typed } = operatorAt(cloud.dataDir)
    const gone = createOf({ firstName: 'Erik', regionId: north })
    await admin.send(gone, updateOf(gone.recordId, 1, { regionId: south }))
    const west = await addRegion(cloud.dataDir, account, 'West')
    const weston = await regionalAdmin(west)
    const former = await addPerson(cloud.dataDir, account, 'regional-admin', north)
    const wilma = await signInDesk(cloud.url, former)
    await typed('member', 'set', '--email', former.email, '--region', 'West')
    await typed('person', 'erase', '--id', gone.recordId)

    const heard = async (desk: Desk) => {
      const init = { headers: bearer(desk.token) }
      const { text } = await request(cloud.url, `${desk.account}/erasures`, init)
      const { erasures } = cloudApi.erasures.response.parse(JSON.parse(text))
      const { erased } = await desk.changes()
      expect(erased).toBe(erasures.at(-1)?.seq ?? 0)
      return erasures.map(({ id }) => id)
    }
    for (const desk of [admin, of(nora), of(sulo), wilma]) {
      expect(await heard(desk)).toEqual([gone.recordId])
    }
    expect(await heard(weston)).toEqual([])
  })
})

it('leaves a deletion where the record was deleted', async () => {
  const { cursor } = await pull(of(nora))
  const made = createOf({ firstName: 'Short', regionId: north })
  await admin.send(made, deleteOf(made.recordId, 1))
  expect((await pull(of(nora), cursor)).changes).toMatchObject([{ id: made.recordId, version: 2 }])
})
