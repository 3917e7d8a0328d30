import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EndpointName, cloudApi } from '../../contracts/cloud-api.ts'
import { defaultCardProfile } from '../../core/card-profile.ts'
import { askRefusal, endpointAccess } from '../../core/policy.ts'
import { type Role, role } from '../../core/role.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  jsonBody,
  request,
  signInDesk,
} from '../support/cloud-desk.ts'
import { addAccount, addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

const roles = role.options
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the contract value
const names = Object.keys(cloudApi) as EndpointName[]
const signedIn = names.filter((name) => cloudApi[name].auth)
const inAccount = names.filter((name) => cloudApi[name].path.includes(':accountId'))

/** A body that is right, for each endpoint that takes one. */
const bodies: Partial<Record<EndpointName, () => object>> = {
  batch: () => ({ items: [createOf({ firstName: 'Walk', cardId: null })] }),
  setCardProfile: () => ({ ifVersion: 0, cardProfile: defaultCardProfile }),
}

let cloud: RunningCloud
let admin: Desk
let own = ''
let recordId = ''
let foreign = ''
const people = new Map<Role, { readonly token: string; readonly id: string }>()

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  own = admin.signedIn.accounts[0]?.id ?? ''
  const [made] = await admin.send(createOf({ email: 'walk@site.example', firstName: 'Walk' }))
  recordId = appliedChange(made).id
  foreign = await addAccount(cloud.dataDir)
  for (const each of roles) {
    const { id, ...who } = await addPerson(cloud.dataDir, own, each)
    const { token } = await signInDesk(cloud.url, who)
    people.set(each, { id, token })
  }
})
afterAll(() => cloud.stop())

/** The answer without what changes from one request to the next. */
async function ask(name: EndpointName, accountId: string, token?: string, record = recordId) {
  const { method, path } = cloudApi[name]
  const url = path.replace(':accountId', accountId).replace(':recordId', record)
  if (url.includes(':')) throw new Error(`say what stands for the parts of ${path}`)
  const body = bodies[name]?.() ?? {}
  const init = method === 'GET' ? { headers: bearer(token) } : jsonBody(body, token)
  const { status, headers, text } = await request(cloud.url, url, init)
  const kept = [...headers].filter(([key]) => !/^(date|x-ratelimit|keep-alive)/.test(key))
  const parsed: unknown = JSON.parse(text)
  const code =
    typeof parsed === 'object' && parsed !== null && 'code' in parsed ? parsed.code : null
  return { status, code, text, headers: Object.fromEntries(kept) }
}

const tokenOf = (each: Role) => people.get(each)?.token

describe('every endpoint', () => {
  it('has a line in the table of core/policy.ts, and the table no line too many', () => {
    expect(Object.keys(endpointAccess).toSorted()).toEqual(names.toSorted())
  })

  it.each(signedIn)('%s is closed to whoever is not signed in', async (name) => {
    for (const token of [undefined, 'A'.repeat(43), 'short', `${tokenOf('account-admin')}x`]) {
      expect(await ask(name, own, token)).toMatchObject({ status: 401, code: 'token.invalid' })
    }
  })

  it.each(inAccount)('%s does in the own account what the table says', async (name) => {
    for (const each of roles) {
      const refusal = askRefusal(each, endpointAccess[name])
      const { code } = await ask(name, own, tokenOf(each))
      const refused = code === 'forbidden' || code === 'not-found' || code === 'token.invalid'
      expect([each, refused ? code : null]).toEqual([each, refusal])
    }
  })

  it.each(inAccount)('%s cannot tell an account of others from none at all', async (name) => {
    for (const each of roles) {
      const [there, nowhere] = [foreign, randomUUID()]
      const answer = await ask(name, there, tokenOf(each))
      expect([each, answer.status, answer.code]).toEqual([each, 404, 'not-found'])
      expect(await ask(name, nowhere, tokenOf(each))).toEqual(answer)
    }
  })
})

describe('an id of another account', () => {
  it('is a record like one that does not exist, for links and for every operation', async () => {
    const strange = v7()
    await withDatabase(cloud.dataDir, async (db) => {
      const row = await db
        .selectFrom('record')
        .selectAll()
        .where('id', '=', recordId)
        .executeTakeFirstOrThrow()
      const copy = { ...row, account_id: foreign, id: strange, email: null, email_key: null }
      await db.insertInto('record').values(copy).execute()
    })
    const link = await ask('link', own, admin.token, strange)
    expect(link).toMatchObject({ status: 404, code: 'not-found' })
    expect(await ask('link', own, admin.token, v7())).toEqual(link)

    const asked = (id: string) => [
      { opId: v7(), method: 'update', recordId: id, ifVersion: 1, set: { firstName: 'X' } },
      { opId: v7(), method: 'delete', recordId: id, ifVersion: 1 },
      { opId: v7(), method: 'resend', recordId: id, email: null },
      { opId: v7(), method: 'grant', recordId: id, addGroups: [], addRights: [] },
    ]
    const answers = async (id: string) =>
      (await admin.send(...asked(id))).map((result) => ({ ...result, opId: '' }))
    expect(await answers(strange)).toEqual(await answers(v7()))
  })
})

describe('whoever lost the right', () => {
  it('is refused from the next question on: removed, switched off, signed out', async () => {
    const gone = await addPerson(cloud.dataDir, own, 'account-admin')
    const { token } = await signInDesk(cloud.url, gone)
    expect(await ask('changes', own, token)).toMatchObject({ status: 200 })
    await withDatabase(cloud.dataDir, (db) =>
      db.deleteFrom('membership').where('person_id', '=', gone.id).execute(),
    )
    expect(await ask('changes', own, token)).toMatchObject({ status: 404, code: 'not-found' })

    const active = (flag: number) =>
      withDatabase(cloud.dataDir, (db) =>
        db.updateTable('account').set({ active: flag }).where('id', '=', own).execute(),
      )
    await active(0)
    for (const name of inAccount) {
      const answer = await ask(name, own, admin.token)
      expect([name, answer.status, answer.code]).toEqual([name, 403, 'forbidden'])
    }
    await active(1)
    await withDatabase(cloud.dataDir, (db) =>
      db.updateTable('desk_session').set({ ended: 'revoked' }).execute(),
    )
    for (const name of signedIn) {
      expect(await ask(name, own, admin.token)).toMatchObject({ code: 'token.invalid' })
    }
  })
})
