import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoId } from '../../cloud/demo/demo-id.ts'
import type { Role } from '../../core/role.ts'
import { addPerson } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

/** A region of the demo. */
const harbour = demoId('Harbour')
let cloud: RunningCloud
let desk: DeskProcess

beforeAll(async () => {
  cloud = await startCloud()
  desk = startDesk({ folder: temporaryFolder('desk') })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
})

const drained = ({ asking }: DeskProcess) => syncBecomes(asking, { channel: 'idle', waiting: 0 })

async function create(at: DeskProcess, fields: Parameters<typeof person>[0]) {
  const sent = await valueOf(at.asking.people.send({ opId: v7(), fields: person(fields) }))
  return sent.recordId
}

async function deskOf(role: Role) {
  const view = await valueOf(desk.asking.session.get())
  if (view.state !== 'signed-in') throw new Error(view.state)
  const { email, password } = await addPerson(
    cloud.dataDir,
    view.identity.account.id,
    role,
    harbour,
  )
  const other = startDesk({ folder: temporaryFolder(role) })
  await valueOf(other.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
  return other
}

async function holderOf({ asking }: DeskProcess, cardId: string) {
  const query = { email: null, cardId, surfaceId: null, except: null }
  return (await valueOf(asking.people.hints(query))).card
}

describe('a card that is moved at the desk', { timeout: 60_000 }, () => {
  it('is not sent while it can be undone, and then not at all', async () => {
    const from = await create(desk, { firstName: 'Old', cardId: 'AB000001' })
    await drained(desk)
    const fields = person({ firstName: 'New', cardId: 'AB000001' })
    const move = { opId: v7(), fromRecordId: from }
    const sent = await valueOf(desk.asking.people.send({ opId: v7(), fields, move }))
    // The person goes at once, the move waits for ten seconds.
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 1 })
    expect((await holderOf(desk, 'AB000001'))?.recordId).toBe(sent.recordId)
    const { people } = desk.asking
    expect(await valueOf(people.undoMove({ opId: move.opId }))).toEqual({ undone: true })
    await drained(desk)
    expect((await holderOf(desk, 'AB000001'))?.recordId).toBe(from)
  })

  it('arrives at another desk with both people', async () => {
    const from = await create(desk, { firstName: 'From', cardId: 'AB000002' })
    const to = await create(desk, { firstName: 'To' })
    await drained(desk)
    const set = { cardId: 'AB000002' }
    const move = { opId: v7(), fromRecordId: from }
    const update = { opId: v7(), recordId: to, set, move }
    await valueOf(desk.asking.people.update(update))
    await expect
      .poll(() => valueOf(desk.asking.sync.status()), { timeout: 25_000 })
      .toMatchObject({ channel: 'idle', waiting: 0 })
    const other = await deskOf('account-admin')
    await drained(other)
    await expect.poll(() => holderOf(other, 'AB000002')).toMatchObject({ recordId: to })
    await other.stop()
  })

  it('is refused to those who may not take it, and nothing is saved', async () => {
    const own = { firstName: 'Boss', cardId: 'AB000003', regionId: harbour }
    const boss = person({ ...own, role: 'account-admin' })
    const { recordId } = await valueOf(desk.asking.people.send({ opId: v7(), fields: boss }))
    await drained(desk)
    for (const role of ['regional-admin', 'installer'] as const) {
      const other = await deskOf(role)
      await drained(other)
      const fields = person({ firstName: `By ${role}`, role: 'user', cardId: 'AB000003' })
      const move = { opId: v7(), fromRecordId: recordId }
      const answer = await other.asking.people.send({ opId: v7(), fields, move })
      expect(answer).toMatchObject({ ok: false, code: 'move-not-allowed', field: 'cardId' })
      expect(await valueOf(other.asking.people.recent())).toEqual([])
      await other.stop()
    }
  })
})
