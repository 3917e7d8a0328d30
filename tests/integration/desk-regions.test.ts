import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setMember } from '../../cloud/operator/members.ts'
import { demoId } from '../../cloud/demo/demo-id.ts'
import { type Desk, createOf, signInDesk } from '../support/cloud-desk.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'
import { wholeLog } from '../support/log-invariants.ts'

const account = demoId('account')
const [harbour, lindenhof] = [demoId('Harbour'), demoId('Lindenhof')]
let cloud: RunningCloud
let admin: Desk

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  await admin.send(
    createOf({ firstName: 'Hanna', cardId: 'A0A0A001', regionId: harbour }),
    createOf({ firstName: 'Linus', cardId: 'A0A0A002', regionId: lindenhof }),
  )
})
afterAll(() => cloud.stop())

async function regional() {
  const who = await addPerson(cloud.dataDir, account, 'regional-admin', harbour)
  const desk = startDesk({ folder: temporaryFolder('desk') })
  const { email, password } = who
  await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
  await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
  return { desk, email }
}

/** What the operator of the cloud does, while the desk looks on. */
async function limit(email: string, region: string | null, { asking }: DeskProcess) {
  const wish = { verb: 'set', email, role: undefined, region } as const
  await withDatabase(cloud.dataDir, (db) => setMember(db, account, wish, new Date()))
  await valueOf(asking.sync.now())
}

const namesAt = async ({ asking }: DeskProcess) => {
  const query = { search: '', sort: 'name', descending: false, limit: 50 } as const
  const { rows } = await valueOf(asking.people.users({ ...query, direction: 'forward', at: null }))
  return rows.map(({ firstName }) => firstName).filter((name) => name !== 'Guest card')
}
/** Without the people of the demo. */
const loggedAt = async ({ asking }: DeskProcess) => {
  const lines = await valueOf(asking.log.all({ ...wholeLog, text: '' }))
  return lines.map((line) => line.person).filter((name) => name === 'Hanna' || name === 'Linus')
}

describe('the desk of a Regional Admin', { timeout: 60_000 }, () => {
  it('forgets whom its person may see no more: the people, their cards and the log', async () => {
    const { desk, email } = await regional()
    await expect.poll(() => namesAt(desk)).toEqual(['Hanna'])
    await expect.poll(() => loggedAt(desk)).toEqual(['Hanna'])
    expect((await valueOf(desk.asking.directory.get())).regions).toEqual([
      { id: harbour, name: 'Harbour' },
    ])
    await limit(email, 'Lindenhof', desk)
    await expect.poll(() => namesAt(desk), { timeout: 10_000 }).toEqual(['Linus'])
    await expect.poll(() => loggedAt(desk), { timeout: 10_000 }).toEqual(['Linus'])
    const asked = { email: null, cardId: 'A0A0A001', surfaceId: null, except: null }
    expect((await valueOf(desk.asking.people.hints(asked))).card).toBeNull()
    await expect
      .poll(async () => (await valueOf(desk.asking.directory.get())).regions, { timeout: 10_000 })
      .toEqual([{ id: lindenhof, name: 'Lindenhof' }])
    await desk.stop()
  })

  it('shows nobody without a region, and keeps what waits until there is one', async () => {
    const { desk, email } = await regional()
    await limit(email, null, desk)
    await expect.poll(() => namesAt(desk), { timeout: 10_000 }).toEqual([])
    const fields = person({ email: null, firstName: 'Waiting', cardId: null })
    const sent = await valueOf(desk.asking.people.send({ opId: v7(), fields }))
    await syncBecomes(desk.asking, { reason: 'no-region', waiting: 1, attention: 0 })
    await limit(email, 'Harbour', desk)
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    await expect.poll(() => namesAt(desk), { timeout: 10_000 }).toEqual(['Hanna', 'Waiting'])
    const made = (await admin.snapshot()).records.find(({ id }) => id === sent.recordId)
    expect(made?.state?.regionId).toBe(harbour)
    await desk.stop()
  })

  it('parks work for somebody who left, and names nobody of elsewhere who has the card', async () => {
    const { desk } = await regional()
    const { people, session } = desk.asking
    const mine = createOf({ firstName: 'Mikko', regionId: harbour })
    await admin.send(mine)
    await valueOf(desk.asking.sync.now())
    await expect.poll(() => namesAt(desk), { timeout: 10_000 }).toContain('Mikko')
    await valueOf(session.workOffline({ on: true }))
    const set = { lastName: 'Late' }
    await valueOf(people.update({ opId: v7(), recordId: mine.recordId, set }))
    const fields = person({ email: null, firstName: 'Other', cardId: 'A0A0A002' })
    await valueOf(people.send({ opId: v7(), fields }))
    const away = { opId: v7(), method: 'update', recordId: mine.recordId, ifVersion: 1 }
    await admin.send({ ...away, set: { regionId: lindenhof } })
    await valueOf(session.workOffline({ on: false }))
    await syncBecomes(desk.asking, { waiting: 0, attention: 2 })
    const parked = await valueOf(people.parked())
    expect(parked.map(({ problem }) => problem)).toMatchObject([
      { code: 'gone' },
      { code: 'card.taken', holder: { id: '00000000-0000-0000-0000-000000000000', name: '' } },
    ])
    const [, taken] = parked
    const moved = { opId: taken?.opId ?? '', newOpId: v7(), moveOpId: v7() }
    expect(await people.moveParked(moved)).toMatchObject({ ok: false, code: 'move-not-allowed' })
    await desk.stop()
  })
})
