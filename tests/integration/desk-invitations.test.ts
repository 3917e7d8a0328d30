import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonFields } from '../../core/person.ts'
import { page } from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'
import { type SmtpSink, linkIn, startSmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink
let cloud: RunningCloud
let desk: DeskProcess

beforeAll(async () => {
  sink = await startSmtpSink()
  cloud = await startCloud({ smtpUrl: sink.url })
  desk = startDesk({ folder: temporaryFolder('desk') })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
  await sink.stop()
})

const drained = () => syncBecomes(desk.asking, { channel: 'idle', waiting: 0, sending: 0 })
const offline = (on: boolean) => valueOf(desk.asking.session.workOffline({ on }))
const item = (recordId: string) => ({ opId: v7(), recordId })

async function accept(fields: Partial<PersonFields>) {
  const sent = await valueOf(desk.asking.people.send({ opId: v7(), fields: person(fields) }))
  return sent.recordId
}

async function invite(name: string) {
  const email = `${name.toLowerCase()}-${v7()}@site.example`
  return { email, recordId: await accept({ email, firstName: name }) }
}

async function pending(search: string) {
  const query = {
    sort: 'name',
    descending: false,
    limit: 10,
    direction: 'forward',
    at: null,
  } as const
  return (await valueOf(desk.asking.people.pending({ ...query, search }))).rows
}

describe('invitations at the desk', { timeout: 60_000 }, () => {
  it('that are deleted are gone at once, stay in the cloud for ten seconds, and come back by Undo', async () => {
    const [one, other] = [await invite('Undone'), await invite('Kept')]
    await drained()
    const items = [item(one.recordId), item(other.recordId)]
    const { invitations } = desk.asking
    expect(await valueOf(invitations.remove({ items }))).toEqual({ accepted: 2, refused: [] })
    // The window repeats what it has no answer to.
    expect(await valueOf(invitations.remove({ items }))).toEqual({ accepted: 2, refused: [] })
    expect(await pending(one.email)).toEqual([])
    await valueOf(desk.asking.sync.now())
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 2 })

    const opIds = items.map(({ opId }) => opId)
    expect(await valueOf(invitations.undoRemove({ opIds }))).toEqual({ undone: 2 })
    expect(await pending(one.email)).toMatchObject([{ id: one.recordId, delivery: 'sent' }])
    await drained()
    expect(await pending(other.email)).toMatchObject([{ id: other.recordId, delivery: 'sent' }])
  })

  it('reach the cloud deleted once there is no Undo any more, and their link is dead', async () => {
    const { email, recordId } = await invite('Withdrawn')
    const link = linkIn(await sink.mailTo(email))
    await drained()
    const deletion = item(recordId)
    await valueOf(desk.asking.invitations.remove({ items: [deletion] }))
    await expect
      .poll(() => valueOf(desk.asking.sync.status()), { timeout: 30_000 })
      .toMatchObject({ channel: 'idle', waiting: 0 })
    expect((await page(link)).status).toBe(410)
    const { undone } = await valueOf(desk.asking.invitations.undoRemove({ opIds: [deletion.opId] }))
    expect(undone).toBe(0)
  })

  it('are mailed again, also to a corrected address', async () => {
    const { email, recordId } = await invite('Again')
    await sink.mailTo(email)
    await drained()
    const { invitations } = desk.asking
    await valueOf(invitations.resend({ items: [item(recordId)], email: null }))
    await sink.mailTo(email, 2)
    const corrected = `right-${email}`
    await valueOf(invitations.resend({ items: [item(recordId)], email: corrected }))
    await sink.mailTo(corrected)
    await drained()
    expect(await pending(corrected)).toMatchObject([{ id: recordId, email: corrected }])
    const two = [item(recordId), item(v7())]
    expect(await invitations.resend({ items: two, email })).toMatchObject({ code: 'invalid' })
  })

  it('of many are handled one by one, and those that cannot be are listed with the reason', async () => {
    await offline(true)
    const { recordId } = await invite('Many')
    const user = await accept({ firstName: 'Nobody', lastName: 'Mailed' })
    const gone = v7()
    const items = [recordId, user, gone].map(item)
    const outcome = {
      accepted: 1,
      refused: [
        { recordId: user, name: 'Nobody Mailed', reason: 'no-email' },
        { recordId: gone, name: '', reason: 'gone' },
      ],
    }
    expect(await valueOf(desk.asking.invitations.resend({ items, email: null }))).toEqual(outcome)
    const more = [recordId, user, gone].map(item)
    expect(await valueOf(desk.asking.invitations.remove({ items: more }))).toEqual(outcome)
    await offline(false)
  })

  it('are given groups while the cloud is away, and nothing is not a grant', async () => {
    await drainedOrHeld()
    const { groups } = await valueOf(desk.asking.directory.get())
    await offline(true)
    const { email, recordId } = await invite('Grouped')
    const addGroups = groups.slice(0, 2).map(({ id }) => id)
    const { invitations } = desk.asking
    const items = [item(recordId)]
    const granted = await valueOf(invitations.grant({ items, addGroups, addRights: [] }))
    expect(granted).toEqual({ accepted: 1, refused: [] })
    expect(await pending(email)).toMatchObject([{ groups: addGroups, delivery: 'saved' }])
    expect(await invitations.grant({ items, addGroups: [], addRights: [] })).toMatchObject({
      code: 'invalid',
    })
    await offline(false)
    await expect
      .poll(() => pending(email), { timeout: 20_000 })
      .toMatchObject([{ groups: addGroups, delivery: 'sent' }])
  })

  it('have a link to copy only where the cloud is in reach and knows them', async () => {
    await offline(true)
    const { email, recordId } = await invite('Linked')
    const { invitations } = desk.asking
    expect(await invitations.copyLink({ recordId })).toEqual({ ok: false, code: 'not-sent' })
    expect(await invitations.copyLink({ recordId: v7() })).toEqual({ ok: false, code: 'gone' })
    await offline(false)
    const mailed = linkIn(await sink.mailTo(email))
    await expect.poll(() => pending(email)).toMatchObject([{ delivery: 'sent' }])
    const { url } = await valueOf(invitations.copyLink({ recordId }))
    expect(url).not.toBe(mailed)
    expect([(await page(url)).status, (await page(mailed)).status]).toEqual([200, 200])

    await offline(true)
    expect(await invitations.copyLink({ recordId })).toEqual({ ok: false, code: 'cloud-away' })
    await offline(false)
    await cloud.stop()
    expect(await invitations.copyLink({ recordId })).toEqual({ ok: false, code: 'cloud-away' })
    const { dataDir } = cloud
    cloud = await startCloud({ dataDir, smtpUrl: sink.url, port: Number(new URL(cloud.url).port) })
  })
})

/** The queue holds at most deletions that can still be undone. */
const drainedOrHeld = () => syncBecomes(desk.asking, { channel: 'idle', sending: 0 })
