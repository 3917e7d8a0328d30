import { demoRegions } from '../../cloud/demo/demo-directory.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertMembership } from '../../cloud/store/people.ts'
import { cloudApi } from '../../contracts/cloud-api.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  jsonBody,
  problemOf,
  refusal,
  request,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { addAccount, addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk
let accountId: string

const demoOf = ({ demo }: RunningCloud) => demo ?? { email: '', password: '' }

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, demoOf(cloud))
  accountId = admin.signedIn.accounts[0]?.id ?? ''
})
afterAll(() => cloud.stop())

const refresh = (refreshToken: string, url = cloud.url) =>
  request(url, '/v1/token', jsonBody({ refreshToken }))

async function refreshed(refreshToken: string) {
  const { status, text } = await refresh(refreshToken)
  expect(status).toBe(200)
  return cloudApi.refresh.response.parse(JSON.parse(text)).refreshToken
}

/** Where a token may be tried: as what it is, and as the other. */
async function goodFor(token: string, url: string) {
  const asked = await request(url, `${admin.account}/changes`, { headers: bearer(token) })
  return { access: asked.status === 200, refresh: (await refresh(token, url)).status === 200 }
}

describe('an operation that is sent once more', () => {
  it('by the same person at another desk is answered from the ledger, and done once', async () => {
    const made = createOf({ firstName: 'Again', cardId: 'BE000001' })
    const [first] = await admin.send(made)
    const elsewhere = await signInDesk(cloud.url, demoOf(cloud))
    expect(await elsewhere.send(made)).toEqual([{ ...first, replayed: true }])
  })

  it('by anybody else of the account is refused, and tells nothing about whom it was', async () => {
    const made = createOf({ firstName: 'Secret', email: 'secret@site.example' })
    const changed = updateOf(made.recordId, 1, { lastName: 'Kept' })
    const gone = createOf({ firstName: 'Gone' })
    const items = [made, changed, gone, deleteOf(gone.recordId, 1)]
    await admin.send(...items)
    for (const role of ['account-admin', 'regional-admin', 'installer'] as const) {
      const region = role === 'regional-admin' ? demoRegions[0].id : null
      const who = await addPerson(cloud.dataDir, accountId, role, region)
      const other = await signInDesk(cloud.url, who)
      const answers = await other.send(...items)
      expect(answers.map(problemOf)).toEqual(items.map(() => ({ code: 'key.reuse' })))
      expect(JSON.stringify(answers)).not.toContain('Secret')
    }
  })

  it('in another account of the person is an operation of that account, which knows nobody', async () => {
    const other = await addAccount(cloud.dataDir)
    const personId = admin.signedIn.person.id
    await withDatabase(cloud.dataDir, (db) =>
      insertMembership(db, { personId, accountId: other, role: 'account-admin' }),
    )
    const made = createOf({ firstName: 'Here', cardId: 'BE000002' })
    const changed = updateOf(made.recordId, 1, { lastName: 'Only' })
    await admin.send(made, changed)
    const send = async (...items: object[]) => {
      const path = `/v1/accounts/${other}/sync/batch`
      const { text } = await request(cloud.url, path, jsonBody({ items }, admin.token))
      return cloudApi.batch.response.parse(JSON.parse(text)).results
    }
    expect((await send(changed, deleteOf(made.recordId, 2))).map(problemOf)).toEqual([
      { code: 'gone' },
      { code: 'gone' },
    ])
    const [there] = await send(made)
    expect(there).toMatchObject({ outcome: 'applied', replayed: false })
    const [now] = await admin.send(updateOf(made.recordId, 2, { organization: 'Here' }))
    expect(appliedChange(now)).toMatchObject({ version: 3, state: { lastName: 'Only' } })
  })
})

describe('a token', () => {
  it('is good for what it is and for nothing else, in its own cloud and in no other', async () => {
    const other = await startCloud()
    const { tokens } = admin.signedIn
    const yes = { access: true, refresh: false }
    const no = { access: false, refresh: false }
    expect(await goodFor(tokens.accessToken, cloud.url)).toEqual(yes)
    expect(await goodFor(tokens.refreshToken, cloud.url)).toEqual({ access: false, refresh: true })
    for (const part of tokens.refreshToken.split('.')) {
      expect(await goodFor(part, cloud.url)).toEqual(no)
    }
    expect(await goodFor(tokens.accessToken, other.url)).toEqual(no)
    expect(await goodFor(tokens.refreshToken, other.url)).toEqual(no)
    await other.stop()
  })

  it('that is nearly right is answered like one of nobody, and the right one stays good', async () => {
    const { accessToken, refreshToken } = (await signInDesk(cloud.url, demoOf(cloud))).signedIn
      .tokens
    const [id, family, secret] = refreshToken.split('.')
    const told = async (token: string) => {
      const { status, text } = await refresh(token)
      return { status, text }
    }
    const ofNobody = await told(`${randomUUID()}.${family}.${secret}`)
    expect(ofNobody.status).toBe(401)
    const swapped = admin.signedIn.tokens.refreshToken.split('.')[1]
    for (const near of [
      `${id}.${swapped}.${secret}`,
      `${id}.${secret}.${family}`,
      `${id}.${family}`,
      `${id}`,
      `${family}.${secret}`,
      accessToken,
    ]) {
      expect(await told(near)).toEqual(ofNobody)
    }
    const asked = (token: string) =>
      refusal(cloud.url, `${admin.account}/changes`, { headers: bearer(token) })
    const flipped = accessToken.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const { headers: _, ...wrong } = await asked(flipped)
    const { headers: __, ...unknown } = await asked('A'.repeat(43))
    expect(wrong).toEqual(unknown)
    await refreshed(refreshToken)
  })

  it('in two hands ends the sign-in, and an Account Admin reads so in the audit', async () => {
    const person = await addPerson(cloud.dataDir, accountId, 'installer')
    const stolen = (await signInDesk(cloud.url, person)).signedIn.tokens.refreshToken
    const used = await refreshed(await refreshed(stolen))
    await withDatabase(cloud.dataDir, (db) =>
      db
        .updateTable('desk_session')
        .set({ superseded_at: '2026-01-01T00:00:00.000Z' })
        .where('person_id', '=', person.id)
        .execute(),
    )
    for (const token of [stolen, used]) {
      const told = await refusal(cloud.url, '/v1/token', jsonBody({ refreshToken: token }))
      expect(told).toMatchObject({ code: 'token.invalid', ended: 'reused' })
    }
    const path = `${admin.account}/audit?what=sign-in-copied`
    const { text } = await request(cloud.url, path, { headers: bearer(admin.token) })
    const { entries } = cloudApi.audit.response.parse(JSON.parse(text))
    expect(entries).toMatchObject([
      { who: { id: person.id, name: 'installer' }, desk: { name: 'Test desk' }, about: null },
    ])
  })
})
