import { hostname } from 'node:os'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'
import { wholeLog } from '../support/log-invariants.ts'

let cloud: RunningCloud

beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.stop())

async function deskOf(who: { readonly email: string; readonly password: string }) {
  const desk = startDesk({ folder: temporaryFolder('desk') })
  const { email, password } = who
  await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
  await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
  return desk
}

const demo = () => cloud.demo ?? { email: '', password: '' }

/** What the desk's log says of this card, oldest first. */
async function told({ asking }: DeskProcess, lastFour: string) {
  const rows = await valueOf(asking.log.all({ ...wholeLog, text: lastFour }))
  return rows
    .toReversed()
    .map(({ what, here, refusal }) =>
      [what, refusal, here ? 'here' : null].filter(Boolean).join(' '),
    )
}

async function comesTo(desk: DeskProcess, lastFour: string, lines: readonly string[]) {
  await expect
    .poll(
      async () => {
        await valueOf(desk.asking.log.refresh())
        return told(desk, lastFour)
      },
      { timeout: 20_000 },
    )
    .toEqual(lines)
}

describe('the log of a desk', { timeout: 60_000 }, () => {
  it('keeps what is done offline, sends it in order, and shows it at every other desk', async () => {
    const [here, there] = await Promise.all([deskOf(demo()), deskOf(demo())])
    const { people, userCards, session, log } = here.asking
    await valueOf(session.workOffline({ on: true }))
    const card = 'D15C00007701'
    const uid = `${card}80`
    const reader = 'ACS ACR122U 00 00'
    const fields = person({ email: null, firstName: 'Oona', cardId: uid })
    const { recordId } = await valueOf(people.send({ opId: v7(), fields, reader }))
    const block = { action: 'block', cardId: uid, reason: 'lost' } as const
    await valueOf(userCards.change({ opId: v7(), recordId, step: block }))
    const found = { action: 'unblock', cardId: uid } as const
    const undone = { opId: v7(), recordId, step: found }
    await valueOf(userCards.change(undone))
    expect(await told(here, '0180')).toEqual(['enrolled here', 'blocked here', 'found here'])
    await valueOf(userCards.undo({ opId: undone.opId }))
    expect(await told(here, '0180')).toEqual(['enrolled here', 'blocked here'])
    expect(await told(there, '0180')).toEqual([])

    await valueOf(session.workOffline({ on: false }))
    await comesTo(here, '0180', ['enrolled', 'blocked'])
    await comesTo(there, '0180', ['enrolled', 'blocked'])
    const query = { filter: { ...wholeLog, text: '0180' }, limit: 10, at: null } as const
    const page = await valueOf(there.asking.log.page({ ...query, direction: 'forward' }))
    expect(page.rows[1]).toMatchObject({
      who: 'Demo Person',
      desk: hostname(),
      person: 'Oona',
      reader,
    })
    expect(await valueOf(log.all({ ...wholeLog, text: '0180', thisDesk: true }))).toHaveLength(2)
    const own = { ...wholeLog, text: '0180', thisDesk: true }
    expect(await valueOf(there.asking.log.all(own))).toEqual([])
    await Promise.all([here.stop(), there.stop()])
  })

  it('says what the cloud refused', async () => {
    const desk = await deskOf(demo())
    const { people, session } = desk.asking
    const send = (firstName: string) =>
      people.send({
        opId: v7(),
        fields: person({ email: null, firstName, cardId: 'D15C00007702AA' }),
      })
    await valueOf(send('First'))
    await comesTo(desk, '02AA', ['enrolled'])
    await valueOf(session.workOffline({ on: true }))
    await valueOf(send('Second'))
    await valueOf(session.workOffline({ on: false }))
    await comesTo(desk, '02AA', ['enrolled', 'enrolled card.taken'])
    const refused = await valueOf(desk.asking.log.all({ ...wholeLog, what: 'refused' }))
    expect(refused).toMatchObject([{ person: 'Second', card: '••••02AA', here: false }])
    await desk.stop()
  })

  it('is not for an installer', async () => {
    const admin = await deskOf(demo())
    const view = await valueOf(admin.asking.session.get())
    if (view.state !== 'signed-in') throw new Error(view.state)
    const who = await addPerson(cloud.dataDir, view.identity.account.id, 'installer')
    const desk = await deskOf(who)
    expect(await desk.asking.log.all(wholeLog)).toMatchObject({ code: 'log-not-allowed' })
    const fields = person({ email: null, firstName: 'Handed', cardId: 'D15C00007703BB' })
    await valueOf(desk.asking.people.send({ opId: v7(), fields }))
    await comesTo(admin, '03BB', ['enrolled'])
    await Promise.all([admin.stop(), desk.stop()])
  })
})
