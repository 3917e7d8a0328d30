import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../core/role.ts'
import { hashPassword } from '../../cloud/password.ts'
import { insertAccount, insertMembership, insertPerson } from '../../cloud/store/people.ts'
import {
  type Desk,
  appliedChange,
  createOf,
  deleteOf,
  refusal,
  signInDesk,
  updateOf,
  jsonBody,
} from '../support/cloud-desk.ts'
import { copyLink, invite, latest, page, register, resendOf } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const password = 'correct horse'

/** A person with these roles in accounts of their own. */
async function personElsewhere(...roles: readonly Role[]) {
  const id = randomUUID()
  const email = `elsewhere-${id.slice(0, 8)}@tapdesk.test`
  const accounts = roles.map((role) => ({ id: randomUUID(), role, name: `Site of ${role}` }))
  await withDatabase(cloud.dataDir, async (db) => {
    const now = new Date().toISOString()
    const passwordHash = await hashPassword(password)
    await insertPerson(db, { id, email, name: 'Else Where', passwordHash }, now)
    for (const account of accounts) {
      await insertAccount(db, { id: account.id, name: account.name }, now)
      await insertMembership(db, { personId: id, accountId: account.id, role: account.role })
    }
  })
  return { id, email, password, accounts }
}

function membershipsOf(personId: string) {
  return withDatabase(cloud.dataDir, (db) =>
    db.selectFrom('membership').selectAll().where('person_id', '=', personId).execute(),
  )
}

describe('a User of another account', () => {
  it('becomes a member at once, with the login they have', async () => {
    const person = await personElsewhere('user')
    const [result] = await desk.send(createOf({ email: person.email, firstName: 'Else' }))
    const { state } = appliedChange(result)
    expect(state).toMatchObject({ kind: 'user', mail: null, inviteSentAt: null })
    expect(state?.registeredAt).toEqual(expect.any(String))
    expect(await membershipsOf(person.id)).toHaveLength(2)
    await signInDesk(cloud.url, person)
  })

  it('becomes one when a later or corrected address turns out to be theirs', async () => {
    const [one, two] = [await personElsewhere('user'), await personElsewhere('user')]
    const [made] = await desk.send(createOf({ firstName: 'No email' }))
    const invited = await invite(desk)
    const results = await desk.send(
      updateOf(appliedChange(made).id, 1, { email: one.email }),
      resendOf(invited.id, two.email),
    )
    for (const result of results) expect(appliedChange(result).state?.kind).toBe('user')
    expect(await membershipsOf(two.id)).toHaveLength(2)
  })

  it('is known here already the second time', async () => {
    const person = await personElsewhere('user')
    const [first] = await desk.send(createOf({ email: person.email, firstName: 'Else' }))
    const [again] = await desk.send(createOf({ email: person.email.toUpperCase() }))
    const holder = { id: appliedChange(first).id, name: 'Else' }
    expect(again).toMatchObject({ problem: { code: 'email.taken', holder } })
  })

  it('leaves with their record and keeps the other account', async () => {
    const person = await personElsewhere('user')
    const [made] = await desk.send(createOf({ email: person.email, firstName: 'Else' }))
    const [erased] = await desk.send(deleteOf(appliedChange(made).id, 1))
    expect(erased).toMatchObject({ outcome: 'applied' })
    expect(await membershipsOf(person.id)).toHaveLength(1)
  })
})

describe('somebody with another role elsewhere', () => {
  it('is refused with that reason, and so is another role for a User', async () => {
    const [admin, user] = [await personElsewhere('installer'), await personElsewhere('user')]
    const results = await desk.send(
      createOf({ email: admin.email }),
      createOf({ email: user.email, role: 'account-admin' }),
      resendOf((await invite(desk)).id, admin.email),
    )
    for (const result of results) {
      expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'email.other-role' } })
    }
  })

  it('cannot be given another role afterwards either', async () => {
    const person = await personElsewhere('user')
    const [made] = await desk.send(createOf({ email: person.email, firstName: 'Else' }))
    const [changed] = await desk.send(updateOf(appliedChange(made).id, 1, { role: 'installer' }))
    expect(changed).toMatchObject({ problem: { code: 'email.other-role' } })
  })

  it('learns on the page when it came about only after the invitation', async () => {
    const { id, state } = await invite(desk, { role: 'installer' })
    const { url } = await copyLink(cloud.url, desk, id)
    const person = await personElsewhere('user')
    await withDatabase(cloud.dataDir, (db) =>
      db
        .updateTable('person')
        .set({ email: state?.email ?? '', email_key: state?.email ?? '' })
        .where('id', '=', person.id)
        .execute(),
    )
    for (const answer of [await page(url), await register(url)]) {
      expect(answer.text).toContain('another role elsewhere')
    }
  })
})

it('lets two accounts invite the same person, who joins the second with one click', async () => {
  const boss = await personElsewhere('account-admin')
  const there = await signInDesk(cloud.url, boss)
  const { id, state } = await invite(desk)
  const email = state?.email ?? ''
  const second = await invite(there, { email })
  const { url: first } = await copyLink(cloud.url, desk, id)
  const { url: other } = await copyLink(cloud.url, there, second.id)
  await register(first)
  const asked = await page(other)
  expect(asked.text).toContain(`You already sign in as ${email}`)
  expect(asked.text).not.toContain('type="password"')
  expect((await register(other, { password: 'ignored password' })).status).toBe(200)
  expect((await latest(there, second.id))?.state).toMatchObject({ kind: 'user' })
  await signInDesk(cloud.url, { email, password: 'a long password' })
})

describe('one sign-in', () => {
  it('lists every account in which the person has a desk', async () => {
    const person = await personElsewhere('account-admin', 'regional-admin', 'installer')
    const { signedIn } = await signInDesk(cloud.url, person)
    expect(signedIn.accounts.map(({ role }) => role).toSorted()).toEqual([
      'account-admin',
      'installer',
      'regional-admin',
    ])
  })

  it('leaves out inactive accounts, and says so when none is left', async () => {
    const person = await personElsewhere('account-admin', 'installer')
    const switchOff = (id: string | undefined) =>
      withDatabase(cloud.dataDir, (db) =>
        db
          .updateTable('account')
          .set({ active: 0 })
          .where('id', '=', id ?? '')
          .execute(),
      )
    await switchOff(person.accounts[0]?.id)
    const { signedIn } = await signInDesk(cloud.url, person)
    expect(signedIn.accounts).toMatchObject([{ role: 'installer' }])
    await switchOff(person.accounts[1]?.id)
    const body = jsonBody({ ...person, desk: { id: randomUUID(), name: 'Desk' } })
    const { code, status } = await refusal(cloud.url, '/v1/sign-in', body)
    expect({ code, status }).toEqual({ code: 'account.inactive', status: 403 })
  })
})
