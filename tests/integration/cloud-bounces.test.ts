import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { returnAddressAt } from '../../cloud/mail/return-address.ts'
import { type Desk, appliedChange, signInDesk } from '../support/cloud-desk.ts'
import { invite, latest, register, resendOf, shownAs } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { runCloudCommand } from '../support/cloud-process.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { bring, reportOf } from '../support/delivery-report.ts'
import { type SmtpSink, linkIn, startSmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink
let cloud: RunningCloud
let desk: Desk
let door = ''

beforeAll(async () => {
  sink = await startSmtpSink()
  cloud = await startCloud({
    smtpUrl: sink.url,
    returnAddress: returnAddressAt('bounces@desk.example') ?? undefined,
    bounces: { host: '127.0.0.1', port: 0 },
  })
  door = cloud.bouncesUrl ?? ''
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(async () => {
  await cloud.stop()
  await sink.stop()
})

/** An invitation whose mail is out, and where reports about it go. */
async function mailed() {
  const { id, state } = await invite(desk, { firstName: 'Pat' })
  const email = state?.email ?? ''
  const mail = await sink.mailTo(email)
  await shownAs(desk, id, (now) => now.mail?.state === 'sent')
  return { id, email, to: mail.sender, mail }
}

const mailOf = async (id: string) => (await latest(desk, id))?.state?.mail

/** The command that a mail server pipes a message to. */
async function piped(message: string, ...more: string[]) {
  const args = ['bounce', '--data', cloud.dataDir, ...more]
  const { code, stdout } = await runCloudCommand(args, message)
  return { code, ...z.object({ bounce: z.string() }).parse(JSON.parse(stdout)) }
}

describe('a mail that comes back', () => {
  it('has an address of its own to come back to, and asks for no more than a report', async () => {
    const [one, other] = [await mailed(), await mailed()]
    for (const { to } of [one, other]) expect(to).toMatch(/^bounces\+[0-9a-f]{32}@desk\.example$/)
    expect(one.to).not.toBe(other.to)
    expect(one.mail.from?.text).not.toContain('bounces')
    const kept = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('return_address').selectAll().execute(),
    )
    expect(JSON.stringify(kept)).not.toContain(/\+(\w+)@/.exec(one.to)?.[1])
    expect(JSON.stringify(kept)).not.toContain(one.email)
  })

  it('is told in the feed with what the server said, and goes out once its address is corrected', async () => {
    const { id, email, to } = await mailed()
    expect(await bring(door, to, reportOf({ to, recipient: email }))).toMatch(/^250/)
    const shown = await shownAs(desk, id, ({ mail }) => mail?.state === 'refused')
    expect(shown.state.mail?.reason).toBe(
      `550 5.1.1 <${email}>: Recipient address rejected: User unknown`,
    )
    const [resent] = await desk.send(resendOf(id, `right-${email}`))
    expect(appliedChange(resent).state?.mail).toMatchObject({ state: 'queued', reason: null })
    expect((await register(linkIn(await sink.mailTo(`right-${email}`)))).status).toBe(200)
  })

  it('may be brought by a pipe, with or without whom the envelope named', async () => {
    const [one, other] = [await mailed(), await mailed()]
    const elsewhere = reportOf({ to: 'postmaster@desk.example', recipient: one.email })
    expect(await piped(elsewhere)).toEqual({ code: 0, bounce: 'unknown' })
    expect(await piped(elsewhere, '--to', one.to)).toEqual({ code: 0, bounce: 'marked' })
    const own = reportOf({ to: other.to.toUpperCase(), recipient: other.email })
    expect(await piped(own)).toEqual({ code: 0, bounce: 'marked' })
    for (const { id } of [one, other]) expect(await mailOf(id)).toMatchObject({ state: 'refused' })
  })

  it('says the same a second time without telling anybody again', async () => {
    const { id, email, to } = await mailed()
    const report = reportOf({ to, recipient: email })
    await piped(report)
    const { version } = (await latest(desk, id)) ?? {}
    expect(await piped(report)).toEqual({ code: 0, bounce: 'unknown' })
    expect((await latest(desk, id))?.version).toBe(version)
  })

  it('counts as not arrived when a server has given up trying', async () => {
    const { id, email, to } = await mailed()
    const diagnostic = 'connect to mail.site.example: Connection timed out'
    await bring(door, to, reportOf({ to, recipient: email, status: '4.4.1', diagnostic }))
    expect(await mailOf(id)).toMatchObject({ state: 'refused', reason: `4.4.1 ${diagnostic}` })
  })

  it('is to be brought again while its sending is still noted as under way', async () => {
    const { id, email, to } = await mailed()
    const token = /\+(\w+)@/.exec(to)?.[1] ?? ''
    const { returned, waiting } = await withDatabase(cloud.dataDir, async (db) => {
      const row = await db
        .selectFrom('return_address')
        .selectAll()
        .where('record_id', '=', id)
        .executeTakeFirstOrThrow()
      const later = '2099-01-01T00:00:00.000Z'
      const mail = {
        id: row.mail_id,
        account_id: row.account_id,
        record_id: id,
        email,
        queued_at: later,
        due_at: later,
        attempts: 1,
        claimed_until: null,
        last_error: null,
      }
      await db.insertInto('mail').values(mail).execute()
      return { returned: row, waiting: mail }
    })
    expect(returned.hash).not.toContain(token)
    const report = reportOf({ to, recipient: email })
    expect(await bring(door, to, report)).toMatch(/^451/)
    expect(await piped(report)).toEqual({ code: 75, bounce: 'early' })
    await withDatabase(cloud.dataDir, (db) =>
      db.deleteFrom('mail').where('id', '=', waiting.id).execute(),
    )
    expect(await bring(door, to, report)).toMatch(/^250/)
    expect(await mailOf(id)).toMatchObject({ state: 'refused' })
  })
})

describe('what changes nothing', () => {
  it.each<[string, (to: string, recipient: string) => string]>([
    [
      'that a server still tries',
      (to, recipient) => reportOf({ to, recipient, action: 'delayed', status: '4.4.1' }),
    ],
    [
      'that a mail arrived',
      (to, recipient) => reportOf({ to, recipient, action: 'delivered', status: '2.0.0' }),
    ],
    [
      'that somebody is on holiday',
      (to) => `To: ${to}\r\nSubject: Away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
    ],
    ['nothing at all', () => ''],
    [
      'bytes without sense',
      (to) =>
        `To: ${to}\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n\0\xff`,
    ],
  ])('is a message that says %s', async (_, message) => {
    const { id, email, to } = await mailed()
    await bring(door, to, message(to, email))
    expect(await mailOf(id)).toMatchObject({ state: 'sent', reason: null })
  })

  it('is a report to an address that was made up, or that another mail had', async () => {
    const { id, email, to } = await mailed()
    const forged = to.replace(/[0-9a-f]{32}/, 'f'.repeat(32))
    const report = reportOf({ to: forged, recipient: email })
    expect(await bring(door, forged, report)).toMatch(/^550/)
    expect(await piped(report)).toEqual({ code: 0, bounce: 'unknown' })
    const other = await mailed()
    await bring(door, other.to, reportOf({ to, recipient: email }))
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
    expect(await mailOf(other.id)).toMatchObject({ state: 'refused' })
  })

  it('is a report about an address that was corrected since, or a page that was opened', async () => {
    const [corrected, opened] = [await mailed(), await mailed()]
    await desk.send(resendOf(corrected.id, `right-${corrected.email}`))
    await shownAs(desk, corrected.id, ({ mail }) => mail?.state === 'sent')
    await fetch(linkIn(opened.mail))
    for (const { id, to, email } of [corrected, opened]) {
      expect(await piped(reportOf({ to, recipient: email }))).toMatchObject({ bounce: 'past' })
      expect(await mailOf(id)).toMatchObject({ state: 'sent' })
    }
  })

  it('is anything for somebody who has registered, or was deleted or erased', async () => {
    const [registered, erased] = [await mailed(), await mailed()]
    await register(linkIn(registered.mail))
    await operatorAt(cloud.dataDir).typed('person', 'erase', '--email', erased.email)
    const report = ({ to, email }: typeof erased) => piped(reportOf({ to, recipient: email }))
    expect(await report(registered)).toMatchObject({ bounce: 'past' })
    expect(await report(erased)).toMatchObject({ bounce: 'unknown' })
  })
})

describe('the door for reports', () => {
  it('is refused at the start where no mail has an address to come back to', async () => {
    for (const [env, sentence] of [
      [{}, '--bounces takes what comes back to BOUNCE_ADDRESS'],
      [{ BOUNCE_ADDRESS: 'nobody' }, 'BOUNCE_ADDRESS is no short address'],
    ] as const) {
      const args = ['--port', '0', '--bounces', '0', '--data', cloud.dataDir]
      const { code, stderr } = await runCloudCommand(args, '', { ...env })
      expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)])
    }
  })

  it('relays nothing and takes nothing that is not for a mail of ours', async () => {
    for (const to of ['somebody@elsewhere.example', 'bounces@desk.example', 'root@localhost']) {
      expect(await bring(door, to, 'Subject: x\r\n\r\nx')).toMatch(/^550/)
    }
  })

  it('takes no message that is larger than any report', async () => {
    const { id, to, email } = await mailed()
    const large = Buffer.concat([
      Buffer.from(reportOf({ to, recipient: email })),
      Buffer.alloc(1024 * 1024, 'x'),
    ])
    expect(await bring(door, to, large)).toMatch(/^552/)
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
  })

  it('makes one line of whatever a server says', async () => {
    const { id, to, email } = await mailed()
    const diagnostic = `550 5.1.1 ${'<b>\u0007no</b> '.repeat(200)}`
    await bring(door, to, reportOf({ to, recipient: email, diagnostic }))
    const { reason } = (await mailOf(id)) ?? {}
    expect(reason?.length).toBeLessThan(310)
    expect(reason).not.toMatch(/[\p{Cc}]/u)
  })
})
