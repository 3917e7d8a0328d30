import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../contracts/desk.ts'
import type { Asking } from '../../contracts/door.ts'
import type { PendingQuery } from '../../core/pending-page.ts'
import { register } from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'
import { type SmtpSink, linkIn, startSmtpSink } from '../support/smtp-sink.ts'

const folder = temporaryFolder('desk')
let sink: SmtpSink
let cloud: RunningCloud
let desk: DeskProcess

beforeAll(async () => {
  sink = await startSmtpSink()
  cloud = await startCloud({ smtpUrl: sink.url })
  desk = startDesk({ folder })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
  await sink.stop()
})

const drained = () => syncBecomes(desk.asking, { channel: 'idle', waiting: 0, sending: 0 })
const byName = {
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  at: null,
} as const
const search = (text: string): PendingQuery => ({ ...byName, search: text })
const item = (recordId: string) => ({ opId: v7(), recordId })

/** Somebody invited by mail, whose mail has arrived. */
async function invited() {
  const email = `pat-${v7()}@site.example`
  const fields = person({ email, firstName: 'Pat' })
  const { recordId } = await valueOf(desk.asking.people.send({ opId: v7(), fields }))
  await drained()
  const link = linkIn(await sink.mailTo(email))
  return { email, recordId, link }
}

/** Accepts `act` while offline; the person registers on the page that was mailed; then it is sent. */
async function meanwhile(link: string, act: (asking: Asking<Desk>) => Promise<unknown>) {
  await valueOf(desk.asking.session.workOffline({ on: true }))
  await act(desk.asking)
  expect(await register(link)).toMatchObject({ status: 200 })
  // A restart holds nothing back for an Undo that nobody offers any more.
  await desk.stop()
  desk = startDesk({ folder })
  await expect
    .poll(() => valueOf(desk.asking.session.get()), { timeout: 10_000 })
    .toMatchObject({ state: 'signed-in', workOffline: true })
  await valueOf(desk.asking.session.workOffline({ on: false }))
  await drained()
}

async function isUser(email: string) {
  const { rows } = await valueOf(desk.asking.people.users(search(email)))
  expect(rows).toMatchObject([{ kind: 'user', email, lastName: 'Registered', delivery: 'sent' }])
  expect((await valueOf(desk.asking.people.pending(search(email)))).rows).toEqual([])
  return rows[0]
}

const noticesOf = async (recordId: string) =>
  (await valueOf(desk.asking.people.notices())).filter((each) => each.recordId === recordId)

describe('somebody who registers between accepting and sending', { timeout: 60_000 }, () => {
  it('is not touched by deleting the invitation, and the desk says so', async () => {
    const { email, recordId, link } = await invited()
    await meanwhile(link, async (asking) => {
      const outcome = await valueOf(asking.invitations.remove({ items: [item(recordId)] }))
      expect(outcome).toEqual({ accepted: 1, refused: [] })
      expect((await valueOf(asking.people.pending(search(email)))).rows).toEqual([])
    })
    await isUser(email)
    const notices = await noticesOf(recordId)
    expect(notices).toMatchObject([{ method: 'delete', reason: 'registered', name: 'Pat' }])

    const [notice] = notices
    await valueOf(desk.asking.people.dismissNotice({ opId: notice?.opId ?? '' }))
    expect(await noticesOf(recordId)).toEqual([])
  })

  it('gets no further mail from resending', async () => {
    const { email, recordId, link } = await invited()
    await meanwhile(link, (asking) =>
      valueOf(asking.invitations.resend({ items: [item(recordId)], email: null })),
    )
    await isUser(email)
    expect(await noticesOf(recordId)).toMatchObject([{ method: 'resend', reason: 'registered' }])
    expect(sink.mails.filter(({ recipients }) => recipients.includes(email))).toHaveLength(1)
  })

  it('keeps the email that they signed up with', async () => {
    const { email, recordId, link } = await invited()
    const set = { email: `other-${email}` }
    await meanwhile(link, (asking) => valueOf(asking.people.update({ opId: v7(), recordId, set })))
    await isUser(email)
    expect(await noticesOf(recordId)).toMatchObject([{ method: 'update', reason: 'registered' }])
  })

  it('gets the groups and rights that were meant for the invitation', async () => {
    const { email, recordId, link } = await invited()
    const { groups, resources } = await valueOf(desk.asking.directory.get())
    const addGroups = groups.slice(0, 1).map(({ id }) => id)
    const addRights = resources.slice(0, 1).map(({ id }) => ({
      id: v7(),
      target: { kind: 'resource' as const, id },
      from: null,
      until: null,
      scheduleId: null,
    }))
    await meanwhile(link, (asking) =>
      valueOf(asking.invitations.grant({ items: [item(recordId)], addGroups, addRights })),
    )
    expect(await isUser(email)).toMatchObject({ groups: addGroups, rights: addRights })
    expect(await noticesOf(recordId)).toEqual([])
  })

  it('is refused a step by name once the desk knows', async () => {
    const { email, recordId, link } = await invited()
    await register(link)
    await valueOf(desk.asking.sync.now())
    await expect
      .poll(async () => (await valueOf(desk.asking.people.users(search(email)))).rows.length)
      .toBe(1)
    const refused = [{ recordId, name: 'Pat Registered', reason: 'registered' }]
    const { invitations } = desk.asking
    const outcome = { accepted: 0, refused }
    expect(await valueOf(invitations.remove({ items: [item(recordId)] }))).toEqual(outcome)
    const again = { items: [item(recordId)], email: null }
    expect(await valueOf(invitations.resend(again))).toEqual(outcome)
    expect(await invitations.copyLink({ recordId })).toEqual({ ok: false, code: 'registered' })
  })
})
