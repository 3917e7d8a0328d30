import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EndpointName, cloudApi } from '../../contracts/cloud-api.ts'
import { defaultCardProfile } from '../../core/card-profile.ts'
import { type OperationMethod, outsideRegion } from '../../core/operation.ts'
import { askRefusal, endpointAccess } from '../../core/policy.ts'
import { type Role, role as roleShape } from '../../core/role.ts'
import { moveOf, stepOf } from '../support/cloud-cards.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  jsonBody,
  problemOf,
  request,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { grantOf, resendOf } from '../support/cloud-invitations.ts'
import { addAccount, addPerson, addRegion, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

const roles = roleShape.options
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the contract value
const names = Object.keys(cloudApi) as EndpointName[]
const signedIn = names.filter((name) => cloudApi[name].auth)
const inAccount = names.filter((name) => cloudApi[name].path.includes(':accountId'))

/** A body that is right, for each endpoint that takes one. */
const bodies: Partial<Record<EndpointName, () => object>> = {
  batch: () => ({ items: [createOf({ firstName: 'Walk', cardId: null })] }),
  revokeDesks: () => ({ id: '0'.repeat(32) }),
  revokeMemberDesk: () => ({ personId: randomUUID(), id: '0'.repeat(32) }),
  setCardProfile: () => ({ ifVersion: 0, cardProfile: defaultCardProfile }),
}

let cloud: RunningCloud
let admin: Desk
let own = ''
let recordId = ''
let foreign = ''

/** One of each role, and Regional Admins of another region and of none. */
type Somebody = { readonly role: Role; readonly regionId: string | null; readonly token: string }
let people: readonly Somebody[] = []
let regions: readonly string[] = []

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  own = admin.signedIn.accounts[0]?.id ?? ''
  regions = await Promise.all(['North', 'South'].map((name) => addRegion(cloud.dataDir, own, name)))
  const [north = '', south = ''] = regions
  const walk = createOf({ email: 'walk@site.example', firstName: 'Walk', regionId: north })
  const [made] = await admin.send(walk)
  recordId = appliedChange(made).id
  foreign = await addAccount(cloud.dataDir)
  const members = [
    ...roles.map((role) => ({ role, regionId: role === 'regional-admin' ? north : null })),
    { role: 'regional-admin', regionId: south },
    { role: 'regional-admin', regionId: null },
  ] as const
  people = await Promise.all(members.map(signedInAs))
})
afterAll(() => cloud.stop())

async function signedInAs(member: Omit<Somebody, 'token'>): Promise<Somebody> {
  const who = await addPerson(cloud.dataDir, own, member.role, member.regionId)
  const { token } = await signInDesk(cloud.url, who)
  return { ...member, token }
}

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

const tokenOf = (role: Role, regionId: string | null = null) =>
  people.find((each) => each.role === role && each.regionId === regionId)?.token ?? ''

const refusals = new Set<unknown>(['forbidden', 'not-found', 'region.missing', 'token.invalid'])

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
    for (const { token, ...each } of people) {
      const refusal = askRefusal(each, endpointAccess[name])
      // A record is there for its own region alone.
      const hidden = name === 'link' && each.regionId === regions[1] ? 'not-found' : null
      const { code } = await ask(name, own, token)
      expect([each, refusals.has(code) ? code : null]).toEqual([each, refusal ?? hidden])
    }
  })

  it.each(inAccount)('%s cannot tell an account of others from none at all', async (name) => {
    for (const { role, token } of people) {
      const [there, nowhere] = [foreign, randomUUID()]
      const answer = await ask(name, there, token)
      expect([role, answer.status, answer.code]).toEqual([role, 404, 'not-found'])
      expect(await ask(name, nowhere, token)).toEqual(answer)
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
    expect(await about(admin, strange)).toEqual(await about(admin, v7()))
  })
})

describe('an id of another region', () => {
  it('is a record like one that does not exist, for links and for every operation', async () => {
    const [, south = ''] = regions
    const who = await addPerson(cloud.dataDir, own, 'regional-admin', south)
    const regional = await signInDesk(cloud.url, who)
    expect(await about(regional, recordId)).toEqual(await about(regional, v7()))
    const [taken] = await regional.send({ ...createOf({ firstName: 'X' }, recordId), opId: v7() })
    expect(problemOf(taken)).toEqual({ code: 'gone' })
  })

  it('is in nothing that is read', async () => {
    for (const { role, regionId, token } of people) {
      if (role !== 'regional-admin') continue
      for (const name of ['changes', 'snapshot', 'log', 'erasures', 'directory'] as const) {
        const { status, text } = await ask(name, own, token)
        expect([name, status]).toEqual([name, 200])
        expect([name, text.includes(recordId)]).toEqual([
          name,
          regionId === regions[0] && (name === 'changes' || name === 'snapshot'),
        ])
        const others = regions.filter((id) => id !== regionId)
        expect([name, others.filter((id) => text.includes(id))]).toEqual([name, []])
      }
    }
  })

  it('is not told of as the holder of a card or an email', async () => {
    const [, south = ''] = regions
    const who = await addPerson(cloud.dataDir, own, 'regional-admin', south)
    const regional = await signInDesk(cloud.url, who)
    const cardId = 'A17A11CE'
    const holder = createOf({ firstName: 'Nora', cardId, regionId: regions[0] ?? null })
    const mine = createOf({ firstName: 'Sulo' })
    await admin.send(holder)
    const results = await regional.send(
      mine,
      createOf({ firstName: 'Card', cardId }),
      createOf({ firstName: 'Email', email: 'walk@site.example' }),
      createOf({ firstName: 'Login', email: admin.signedIn.person.email }),
      moveOf(mine.recordId, holder.recordId, cardId),
      moveOf(mine.recordId, v7(), cardId),
      stepOf(mine.recordId, { action: 'lend', cardId, surfaceId: '', until: inAWeek() }),
    )
    const [, card, email, login, ...others] = results.map(problemOf)
    expect(card).toEqual({ code: 'card.taken', holder: outsideRegion })
    expect(email).toEqual({ code: 'email.taken', holder: outsideRegion })
    expect(login).toEqual({ code: 'email.taken', holder: outsideRegion })
    for (const other of others) expect(other).toEqual(card)
  })
})

/** What is answered to whatever can be asked about a record that is not there. */
async function about(desk: Desk, id: string) {
  const link = await ask('link', own, desk.token, id)
  expect(link).toMatchObject({ status: 404, code: 'not-found' })
  const [made] = await desk.send(createOf({ firstName: 'There' }))
  const results = await desk.send(...operationsOn(id, appliedChange(made).id))
  const problems = results.map(problemOf)
  expect(problems).toEqual(problems.map(() => ({ code: 'gone' })))
  return { link, problems }
}

/** Every operation about a record that there may be, and a card that it may give to one that there is. */
function operationsOn(id: string, other: string): object[] {
  const cardId = 'A17A11CF'
  const all: Record<Exclude<OperationMethod, 'create'>, object> = {
    update: updateOf(id, 1, { firstName: 'X' }),
    delete: deleteOf(id, 1),
    resend: resendOf(id),
    grant: grantOf(id, {}),
    'move-card': moveOf(id, other, cardId),
    card: stepOf(id, { action: 'lend', cardId, surfaceId: '', until: inAWeek() }),
  }
  return Object.values(all)
}

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

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
