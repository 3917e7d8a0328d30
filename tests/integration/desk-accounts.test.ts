import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { insertMembership } from '../../cloud/store/people.ts'
import type { PersonFields } from '../../core/person.ts'
import type { SessionView } from '../../core/session.ts'
import { register } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

const signedIn = (view: SessionView) => {
  if (view.state !== 'signed-in') throw new Error(view.state)
  return view
}
const accountOf = (view: SessionView) => signedIn(view).identity.account.name
const drained = (desk: DeskProcess) => syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })

async function accept({ asking }: DeskProcess, fields: Partial<PersonFields>) {
  return (await valueOf(asking.people.send({ opId: v7(), fields: person(fields) }))).recordId
}

/** The demo's admin is one in a second account, too. */
async function setUp(options: { keyring?: boolean } = {}) {
  const cloud = await startCloud()
  const folder = temporaryFolder('desk')
  const start = () => startDesk({ folder, ...options })
  const desk = start()
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  const first = signedIn(await valueOf(desk.asking.session.signIn(who)))
  const second = { id: randomUUID(), name: 'House B' }
  await withDatabase(cloud.dataDir, async (db) => {
    const { id } = first.identity.account
    const query = db.selectFrom('account').selectAll().where('id', '=', id)
    const account = await query.executeTakeFirstOrThrow()
    await db
      .insertInto('account')
      .values({ ...account, ...second })
      .execute()
    const personId = first.identity.person.id
    await insertMembership(db, { personId, accountId: second.id, role: 'account-admin' })
  })
  const view = signedIn(await valueOf(desk.asking.session.signIn(who)))
  return { cloud, desk, start, who, view, second, first: first.identity.account }
}

describe('accounts', { timeout: 60_000 }, () => {
  it('that are switched off are refused with a reason of their own', async () => {
    const cloud = await startCloud()
    const desk = startDesk({ folder: temporaryFolder('desk') })
    await withDatabase(cloud.dataDir, (db) =>
      db.updateTable('account').set({ active: 0 }).execute(),
    )
    const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
    expect(await desk.asking.session.signIn(who)).toEqual({ ok: false, code: 'account-inactive' })
    await desk.stop()
    await cloud.stop()
  })

  it('of one person are switched with one sign-in, each with its own people and queue', async () => {
    const { cloud, desk, start, view, first, second } = await setUp()
    expect(view.accounts.map(({ name }) => name).toSorted()).toEqual(
      [first.name, second.name].toSorted(),
    )
    await valueOf(desk.asking.session.workOffline({ on: true }))
    await accept(desk, { firstName: 'Of the first' })

    const { session, people } = desk.asking
    const there = await valueOf(session.switchAccount({ accountId: second.id }))
    expect([accountOf(there), signedIn(there).token]).toEqual(['House B', 'keyring'])
    expect(await valueOf(people.recent())).toEqual([])
    await valueOf(session.workOffline({ on: false }))
    await accept(desk, { firstName: 'Of the second' })
    await drained(desk)

    // A restart opens the account worked for last, with its token.
    await desk.stop()
    const again = start()
    await drained(again)
    const reopened = signedIn(await valueOf(again.asking.session.get()))
    expect([accountOf(reopened), reopened.accounts.length]).toEqual(['House B', 2])

    await valueOf(again.asking.session.switchAccount({ accountId: first.id }))
    await drained(again)
    expect(await valueOf(again.asking.people.recent())).toMatchObject([
      { firstName: 'Of the first', delivery: 'sent' },
    ])
    const stranger = { accountId: randomUUID() }
    expect(await again.asking.session.switchAccount(stranger)).toMatchObject({ code: 'no-account' })
    await again.stop()
    await cloud.stop()
  })

  it('are switched without a token, too: everything is saved until the next sign-in', async () => {
    const { cloud, desk, start, who, second } = await setUp({ keyring: false })
    await desk.stop()
    const again = start()
    await syncBecomes(again.asking, { channel: 'sign-in-needed' })
    const there = await valueOf(again.asking.session.switchAccount({ accountId: second.id }))
    expect([accountOf(there), signedIn(there).token]).toEqual(['House B', 'none'])
    await accept(again, { firstName: 'Saved' })
    await syncBecomes(again.asking, { channel: 'sign-in-needed', waiting: 1 })
    await valueOf(again.asking.session.signIn(who))
    await drained(again)
    await again.stop()
    await cloud.stop()
  })

  it('tell each other whom they have as a user, and nobody else', async () => {
    const { cloud, desk, first, second } = await setUp()
    const known = { email: 'known@site.example', cardId: null, surfaceId: null, except: null }
    const { people, session } = desk.asking
    await valueOf(session.switchAccount({ accountId: second.id }))
    const recordId = await accept(desk, { email: known.email, firstName: 'Kim' })
    await drained(desk)
    expect(await valueOf(people.hints(known))).toMatchObject({
      email: { kind: 'invited', recordId, name: 'Kim' },
    })
    await valueOf(session.switchAccount({ accountId: first.id }))
    expect(await valueOf(people.hints(known))).toEqual({ email: null, card: null, surface: null })

    await valueOf(session.switchAccount({ accountId: second.id }))
    await registerThrough(desk, recordId)
    await valueOf(session.switchAccount({ accountId: first.id }))
    expect(await valueOf(people.hints(known))).toEqual({
      email: { kind: 'elsewhere', name: 'Pat Registered', account: 'House B' },
      card: null,
      surface: null,
    })

    // Invited here all the same, the cloud adds the person as a member of this account at once.
    const member = await accept(desk, { email: known.email, firstName: 'Kim' })
    await drained(desk)
    expect(await valueOf(people.recent())).toMatchObject([
      { id: member, kind: 'user', email: known.email, delivery: 'sent' },
    ])
    await desk.stop()
    await cloud.stop()
  })
})

async function registerThrough({ asking }: DeskProcess, recordId: string) {
  const { url } = await valueOf(asking.invitations.copyLink({ recordId }))
  expect(await register(url)).toMatchObject({ status: 200 })
  await valueOf(asking.sync.now())
  const query = {
    sort: 'name',
    descending: false,
    limit: 10,
    direction: 'forward',
    at: null,
  } as const
  await expect
    .poll(async () => (await valueOf(asking.people.users(query))).rows, { timeout: 10_000 })
    .toMatchObject([{ id: recordId, kind: 'user' }])
}
