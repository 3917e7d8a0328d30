import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, bearer, createOf, refusal, signInDesk } from '../support/cloud-desk.ts'
import { freshCard, loggedBy } from '../support/cloud-log.ts'
import { addPerson, addRegion, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const accountOf = (desk: Desk) => desk.signedIn.accounts[0]?.id ?? ''

describe('who reads the desk log', () => {
  const path = (accountId: string) => `/v1/accounts/${accountId}/log`

  it('is an Account Admin, and a Regional Admin for the people of their region', async () => {
    const north = await addRegion(cloud.dataDir, accountOf(admin), 'North')
    const regional = await addPerson(cloud.dataDir, accountOf(admin), 'regional-admin', north)
    const desk = await signInDesk(cloud.url, regional)
    const elsewhere = freshCard()
    const [item, taken] = [freshCard(), elsewhere].map((cardId) =>
      createOf({ firstName: 'Regional', cardId }),
    )
    const everybody = await loggedBy(admin, async () => {
      await admin.send(createOf({ firstName: 'Elsewhere', cardId: elsewhere }))
      await desk.send(item ?? {})
      await desk.send(taken ?? {})
    })
    expect(everybody.lines.map(({ person }) => person)).toEqual([
      'Elsewhere',
      'Regional',
      'Regional',
    ])
    const own = await desk.log()
    expect(own.lines.map(({ opId }) => opId)).toEqual([taken?.opId, item?.opId])
    // A cursor belongs to one view.
    const other = `${path(accountOf(admin))}?newerThan=${everybody.next}`
    const expired = await refusal(cloud.url, other, { headers: bearer(desk.token) })
    expect(expired.code).toBe('cursor.expired')
  })

  it('is no installer, although what they do is logged', async () => {
    const who = await addPerson(cloud.dataDir, accountOf(admin), 'installer')
    const installer = await signInDesk(cloud.url, who)
    const item = createOf({ firstName: 'Handed out', cardId: freshCard() })
    const { lines } = await loggedBy(admin, () => installer.send(item))
    expect(lines).toMatchObject([{ opId: item.opId, who: 'installer' }])
    const refused = await refusal(cloud.url, path(accountOf(admin)), {
      headers: bearer(installer.token),
    })
    expect(refused).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await installer.changes()).log).toBeNull()
  })

  it('is nobody of another account, and of one that does not exist', async () => {
    const otherId = v7()
    const stranger = await withDatabase(cloud.dataDir, async (db) => {
      const account = { id: otherId, name: 'Other', created_at: '2026-11-20T07:30:00.000Z' }
      await db.insertInto('account').values(account).execute()
      return addPerson(cloud.dataDir, otherId, 'account-admin')
    })
    const desk = await signInDesk(cloud.url, stranger)
    const headers = bearer(desk.token)
    expect((await desk.log()).lines).toEqual([])
    expect((await refusal(cloud.url, path(accountOf(admin)), { headers })).status).toBe(404)
    expect((await refusal(cloud.url, path(v7()), { headers })).status).toBe(404)
    expect((await refusal(cloud.url, path(otherId))).status).toBe(401)
  })
})
