import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type Desk,
  appliedChange,
  createOf,
  deleteOf,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { invite, latest, page, register, resendOf, shownAs } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { type SmtpSink, linkIn, startSmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink
let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  sink = await startSmtpSink()
  const mailFrom = 'Front desk <desk@site.example>'
  cloud = await startCloud({ smtpUrl: sink.url, mailFrom, publicUrl: 'https://site.example/in/' })
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(async () => {
  await cloud.stop()
  await sink.stop()
})

/** The link as mailed leads to the public address; here the cloud is reached directly. */
const direct = (link: string) => link.replace('https://site.example/in', cloud.url)

function setLanguage(language: string) {
  return withDatabase(cloud.dataDir, (db) =>
    db.updateTable('account').set({ language }).where('name', '=', 'Demo site').execute(),
  )
}

describe('an invitation by mail', () => {
  it('arrives as text and as HTML, with a link that registers', async () => {
    const { id, state } = await invite(desk, { firstName: 'Zoë', lastName: 'Ångström' })
    expect(state?.mail).toMatchObject({ state: 'queued', reason: null, openedAt: null })
    const mail = await sink.mailTo(state?.email ?? '')
    expect(mail.subject).toBe('Your invitation to Demo site')
    expect(mail.from?.text).toBe('"Front desk" <desk@site.example>')
    expect(mail.text).toContain('Hello Zoë Ångström,')
    expect(mail.text).toContain('Demo Person has invited you to Demo site.')
    expect(mail.html).toContain('Hello Zoë Ångström,')
    expect(mail.html).toContain(`href="${linkIn(mail)}"`)
    expect(linkIn(mail)).toMatch(/^https:\/\/site\.example\/in\/register\/[\w-]{43}$/)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')

    const sent = await shownAs(desk, id, (now) => now.mail?.state === 'sent')
    expect(sent.opId).toBeNull()
    expect((await register(direct(linkIn(mail)))).status).toBe(200)
  })

  it('speaks the language of the account', async () => {
    await setLanguage('fi')
    const { state } = await invite(desk, { firstName: 'Aino' })
    const mail = await sink.mailTo(state?.email ?? '')
    await setLanguage('en')
    expect(mail.subject).toBe('Kutsusi: Demo site')
    expect(mail.text).toContain('Hei Aino,')
    expect(mail.html).toContain('<html lang="fi">')
  })

  it('reaches an international address', async () => {
    const email = 'jürgen@bücher.example'
    const [result] = await desk.send(createOf({ email }))
    expect(appliedChange(result).state?.email).toBe(email)
    const { id } = appliedChange(result)
    const shown = await shownAs(desk, id, ({ mail }) => mail?.state !== 'queued')
    expect(shown.state.mail?.state).toBe('sent')
  })

  it('makes no header of what somebody typed', async () => {
    const firstName = 'Eve\r\nBcc: everybody@site.example\r\n\r\n<b>Body</b>'
    const { state } = await invite(desk, { firstName })
    const mail = await sink.mailTo(state?.email ?? '')
    expect(mail.recipients).toEqual([state?.email])
    expect(mail.bcc).toBeUndefined()
    expect(mail.headers.get('bcc')).toBeUndefined()
    expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
    expect(mail.html).not.toContain('<b>')
  })

  it('tells what a mail server said that refused it, and can be sent again corrected', async () => {
    sink.refuse('wrnog@site.example', 550, 'No such mailbox\u0007 here')
    const [made] = await desk.send(createOf({ email: 'wrnog@site.example', firstName: 'Typo' }))
    const { id } = appliedChange(made)
    const refused = await shownAs(desk, id, ({ mail }) => mail?.state === 'refused')
    expect(refused.state.mail?.reason).toBe('550 No such mailbox here')

    const [resent] = await desk.send(resendOf(id, 'wrong@site.example'))
    expect(appliedChange(resent).state).toMatchObject({
      email: 'wrong@site.example',
      mail: { state: 'queued', reason: null },
    })
    expect((await sink.mailTo('wrong@site.example')).text).toContain('Hello Typo,')
    await shownAs(desk, id, ({ mail }) => mail?.state === 'sent')
  })
})

describe('sending again', () => {
  it('renews an expired invitation; the link of the first mail is good again', async () => {
    const { id, state } = await invite(desk)
    const email = state?.email ?? ''
    const first = linkIn(await sink.mailTo(email))
    await shownAs(desk, id, ({ mail }) => mail?.state === 'sent')
    const passed = '2026-01-01T00:00:00.000Z'
    await withDatabase(cloud.dataDir, (db) =>
      db.updateTable('record').set({ invite_expires_at: passed }).where('id', '=', id).execute(),
    )
    expect((await page(direct(first))).status).toBe(410)
    const [resent] = await desk.send(resendOf(id))
    const days = Date.parse(appliedChange(resent).state?.mail?.expiresAt ?? '') - Date.now()
    expect(Math.round(days / 86_400_000)).toBe(14)
    const second = linkIn(await sink.mailTo(email, 2))
    expect(second).not.toBe(first)
    expect((await page(direct(first))).status).toBe(200)
    expect((await page(direct(second))).status).toBe(200)
  })

  it('to a corrected address withdraws the links that went to the wrong one', async () => {
    const { id, state } = await invite(desk)
    const wrong = linkIn(await sink.mailTo(state?.email ?? ''))
    const corrected = `right-${state?.email ?? ''}`
    await desk.send(resendOf(id, corrected))
    const right = linkIn(await sink.mailTo(corrected))
    expect((await page(direct(wrong))).text).toContain('was withdrawn')
    expect((await page(direct(right))).status).toBe(200)
  })

  it('refuses an address that is taken, and changes nothing then', async () => {
    const [one, two] = [await invite(desk), await invite(desk)]
    const [result] = await desk.send(resendOf(one.id, two.state?.email ?? ''))
    expect(result).toMatchObject({ problem: { code: 'email.taken', holder: { id: two.id } } })
    expect((await latest(desk, one.id))?.state?.email).toBe(one.state?.email)
  })

  it('a person without email makes an invitation of them when it brings one', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Later', cardId: 'AB000001' }))
    const { id } = appliedChange(made)
    const [without, withEmail] = await desk.send(resendOf(id), resendOf(id, 'later@site.example'))
    expect(without).toMatchObject({ problem: { code: 'schema', field: 'email' } })
    expect(appliedChange(withEmail).state).toMatchObject({ kind: 'invitation' })
    await sink.mailTo('later@site.example')
  })

  it('happens by itself for an address that an update corrects', async () => {
    const { id, state } = await invite(desk)
    await sink.mailTo(state?.email ?? '')
    const [updated] = await desk.send(updateOf(id, 1, { email: `new-${state?.email ?? ''}` }))
    expect(appliedChange(updated).state?.mail?.state).toBe('queued')
    await sink.mailTo(`new-${state?.email ?? ''}`)
  })
})

it('asks nothing of a desk that only has not heard how the mail fares', async () => {
  const { id, version } = await invite(desk)
  const sent = await shownAs(desk, id, ({ mail }) => mail?.state === 'sent')
  expect(sent.version).toBeGreaterThan(version)
  const [updated] = await desk.send(updateOf(id, version, { lastName: 'Edited' }))
  expect(appliedChange(updated)).toMatchObject({ version: sent.version + 1 })
  const [erased] = await desk.send(deleteOf(id, sent.version + 1))
  expect(erased).toMatchObject({ outcome: 'applied' })
})

it('writes mails into the data folder where there is no mail server', async () => {
  const other = await startCloud()
  const there = await signInDesk(other.url, other.demo ?? { email: '', password: '' })
  const { id, state } = await invite(there)
  await shownAs(there, id, ({ mail }) => mail?.state === 'sent')
  const folder = path.join(other.dataDir, 'mail')
  const files = readdirSync(folder)
  expect(files).toEqual([expect.stringMatching(/^[\w-]+\.eml$/)])
  const mail = await simpleParser(readFileSync(path.join(folder, files[0] ?? '')))
  expect(mail.text).toContain('Hello Pat,')
  expect(linkIn(mail).startsWith(`${other.url}/register/`)).toBe(true)
  expect(mail.to).toMatchObject({ value: [{ address: state?.email }] })
  await other.stop()
})

it('tries again when the mail server is busy or away, and says nothing wrong meanwhile', async () => {
  const email = 'busy@site.example'
  sink.refuse(email, 451, 'Greylisted')
  const [made] = await desk.send(createOf({ email }))
  const { id } = appliedChange(made)
  const waiting = await vi.waitFor(() => waitingFor(id), { timeout: 15_000, interval: 20 })
  expect(waiting.last_error).toBe('451 Greylisted')
  expect((await latest(desk, id))?.state?.mail).toMatchObject({ state: 'queued', reason: null })
  sink.accept(email)
  await desk.send(resendOf(id))
  await sink.mailTo(email)
  expect(
    (await shownAs(desk, id, ({ mail }) => mail?.state === 'sent')).state.mail?.reason,
  ).toBeNull()
})

/** The mail that was tried and waits for its next attempt. */
async function waitingFor(recordId: string) {
  const row = await withDatabase(cloud.dataDir, (db) =>
    db.selectFrom('mail').selectAll().where('record_id', '=', recordId).executeTakeFirst(),
  )
  if (!row?.last_error) throw new Error('not tried yet')
  return row
}
