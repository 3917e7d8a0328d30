import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../cloud/tokens.ts'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { type Desk, jsonBody, refusal, request, signInDesk } from '../support/cloud-desk.ts'
import { page } from '../support/cloud-invitations.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { signInsAt } from '../support/cloud-sign-ins.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { type SmtpSink, linkIn, startSmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink
let cloud: RunningCloud
let accountId = ''
let signIns = signInsAt('')

beforeAll(async () => {
  sink = await startSmtpSink()
  cloud = await startCloud({ smtpUrl: sink.url, publicUrl: 'https://site.example/in/' })
  signIns = signInsAt(cloud.url)
  const { signedIn } = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  accountId = signedIn.accounts[0]?.id ?? ''
})
afterAll(async () => {
  await cloud.stop()
  await sink.stop()
})

const somebody = () => addPerson(cloud.dataDir, accountId, 'installer')
const newPassword = 'another long one'

const forgot = (email: string) => request(cloud.url, '/v1/password/forgotten', jsonBody({ email }))

/** The nth link that was mailed to somebody, as it is reached here. */
async function linkTo(email: string, nth = 1) {
  const link = linkIn(await sink.mailTo(email, nth), 'password')
  return link.replace('https://site.example/in', cloud.url)
}

const choose = (link: string, password = newPassword, repeated = password) =>
  page(link, { method: 'POST', body: new URLSearchParams({ password, repeated }) })

const anyDesk = { id: '00000000-0000-4000-8000-000000000001', name: '' }
const mayNotSignIn = (who: { email: string; password: string }, desk = anyDesk) =>
  refusal(cloud.url, '/v1/sign-in', jsonBody({ ...who, desk }))

const auditOf = (personId: string) =>
  withDatabase(cloud.dataDir, async (db) => {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('who_id', '=', personId)
      .orderBy('seq')
      .execute()
    return rows.map(({ what }) => what).filter((what) => what.startsWith('password'))
  })

describe('a forgotten password', () => {
  it('is chosen anew with a link from a mail, which ends every sign-in and is told by mail', async () => {
    const who = await somebody()
    const desks = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    expect((await forgot(` ${who.email.toUpperCase()} `)).status).toBe(200)
    const mail = await sink.mailTo(who.email)
    expect(mail.subject).toBe('Choose another password')
    expect(linkIn(mail, 'password')).toMatch(/^https:\/\/site\.example\/in\/password\/[\w-]{43}$/)
    expect(mail.html).toContain(`href="${linkIn(mail, 'password')}"`)

    const link = await linkTo(who.email)
    expect((await page(link)).text).toContain(`value="${who.email}"`)
    const done = await choose(link)
    expect(done.status).toBe(200)
    expect(done.text).toContain('Your password is changed')
    for (const each of desks) {
      expect(await signIns.endOf(each)).toEqual(['token.invalid', 'password-changed'])
    }
    expect(await mayNotSignIn(who)).toMatchObject({ code: 'sign-in.wrong' })
    await signInDesk(cloud.url, { ...who, password: newPassword })
    const told = await sink.mailTo(who.email, 2)
    expect(told.subject).toBe('Your password was changed')
    expect(told.text).not.toMatch(/https?:/)
    await vi.waitFor(async () =>
      expect(await auditOf(who.id)).toEqual(['password-asked', 'password-reset']),
    )
  })

  it('is answered alike whether or not anybody has the email, and mailed to nobody else', async () => {
    const who = await somebody()
    const unknown = `unknown-${who.email}`
    const [known, strange] = [await forgot(who.email), await forgot(unknown)]
    expect([strange.status, strange.text]).toEqual([known.status, known.text])
    expect(cloudApi.forgotPassword.response.parse(JSON.parse(known.text))).toEqual({ asked: true })
    await sink.mailTo(who.email)
    await vi.waitFor(async () => expect(await waiting()).toEqual([]))
    expect(sink.mails.filter(({ recipients }) => recipients.includes(unknown))).toEqual([])
  })

  it('has one link at a time: the newest', async () => {
    const who = await somebody()
    await forgot(who.email)
    const before = await linkTo(who.email)
    await forgot(who.email)
    const newest = await linkTo(who.email, 2)
    expect((await choose(before)).status).toBe(410)
    expect((await choose(newest)).status).toBe(200)
  })

  it('has a link that is kept as its hash and that looking at does not use up', async () => {
    const who = await somebody()
    await forgot(who.email)
    const link = await linkTo(who.email)
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await page(link, { method })).status).toBe(200)
    }
    const token = link.split('/').at(-1) ?? ''
    const links = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('password_link').selectAll().where('person_id', '=', who.id).execute(),
    )
    expect(links).toMatchObject([{ hash: sha256(token) }])
    const tries = await Promise.all([choose(link), choose(link), choose(link)])
    const used = tries.filter(({ status }) => status === 200)
    expect([used.length, tries.every(({ status }) => [200, 410].includes(status))]).toEqual([
      1,
      true,
    ])
    expect((await page(link)).text).toContain('This link does not work any more')
  })

  it('has a link that ends after half an hour, and with any other change of the password', async () => {
    const [late, changed] = [await somebody(), await somebody()]
    for (const { email } of [late, changed]) await forgot(email)
    const [lateLink, changedLink] = [await linkTo(late.email), await linkTo(changed.email)]
    const { expires_at: expiresAt } = await withDatabase(cloud.dataDir, async (db) => {
      const own = db.selectFrom('password_link').where('person_id', '=', late.id)
      const kept = await own.selectAll().executeTakeFirstOrThrow()
      const past = new Date(Date.now() - 1).toISOString()
      await db
        .updateTable('password_link')
        .set({ expires_at: past })
        .where('person_id', '=', late.id)
        .execute()
      return kept
    })
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(29)
    expect(minutes).toBeLessThanOrEqual(30)
    expect((await choose(lateLink)).status).toBe(410)
    await operatorAt(cloud.dataDir).typed('member', 'password', '--email', changed.email)
    expect((await choose(changedLink)).status).toBe(410)
  })

  it('is asked for three times an hour, by whomever, and again an hour later', async () => {
    const who = await somebody()
    for (const _ of [1, 2, 3]) expect((await forgot(who.email)).status).toBe(200)
    const asked = jsonBody({ email: who.email })
    const late = await refusal(cloud.url, '/v1/password/forgotten', asked)
    expect(late.code).toBe('rate-limited')
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3500)
    const unknown = `unknown-${who.email}`
    for (const _ of [1, 2, 3]) expect((await forgot(unknown)).status).toBe(200)
    expect((await forgot(unknown)).status).toBe(429)
  })
})

describe('the page for another password', () => {
  it('takes what a registration takes, and says what is wrong', async () => {
    const who = await somebody()
    await forgot(who.email)
    const link = await linkTo(who.email)
    const short = await choose(link, 'short')
    expect(short.status).toBe(422)
    expect(short.text).toContain('Use at least 10 characters.')
    expect(short.text).not.toContain('value="short"')
    const different = await choose(link, newPassword, 'a different one')
    expect(different.text).toContain('This is not the same password.')
    const finnish = await page(link, { headers: { 'accept-language': 'fi' } })
    expect(finnish.text).toContain('<html lang="fi">')
    expect((await choose(link)).status).toBe(200)
  })

  it('runs no script, loads nothing, is kept by nobody and passes its address on to nobody', async () => {
    const who = await somebody()
    await forgot(who.email)
    const { text, headers } = await page(await linkTo(who.email))
    expect(text).not.toMatch(/<script|<link|<img|\son\w+=|javascript:|style="|https?:/i)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('says that a link leads nowhere, whoever made it up', async () => {
    for (const token of ['x', 'A'.repeat(43), '%00', '..%2f']) {
      const { status, text } = await page(`${cloud.url}/password/${token}`)
      expect([token, status]).toEqual([token, 410])
      expect(text).toContain('This link does not work any more')
    }
  })
})

describe('a password that is changed at a desk', () => {
  const change = ({ token }: Desk, presentPassword: string, password = newPassword) =>
    request(cloud.url, '/v1/password', jsonBody({ presentPassword, password }, token))

  it('ends the sign-in everywhere else, but not here, and is told by mail', async () => {
    const who = await somebody()
    const here = await signInDesk(cloud.url, who)
    const others = [await signInDesk(cloud.url, who), await signInDesk(cloud.url, who)]
    const { status, text } = await change(here, who.password)
    expect([status, JSON.parse(text)]).toEqual([200, { signedOut: 2 }])
    for (const each of others) {
      expect(await signIns.endOf(each)).toEqual(['token.invalid', 'password-changed'])
    }
    expect(await signIns.own(here)).toHaveLength(1)
    expect(await mayNotSignIn(who)).toMatchObject({ code: 'sign-in.wrong' })
    await signInDesk(cloud.url, { ...who, password: newPassword })
    expect((await sink.mailTo(who.email)).subject).toBe('Your password was changed')
    expect(await auditOf(who.id)).toEqual(['password-changed'])
  })

  it('needs the one before; guesses count as those of a sign-in', async () => {
    const who = await somebody()
    const desk = { id: '00000000-0000-4000-8000-000000000002', name: '' }
    const here = await signInDesk(cloud.url, who, desk)
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await change(here, `guess ${guess}`)).status).toBe(401)
    }
    expect((await change(here, who.password)).status).toBe(429)
    expect(await mayNotSignIn(who, desk)).toMatchObject({ code: 'rate-limited' })
  })

  it('is no shorter than that of a registration', async () => {
    const who = await somebody()
    const here = await signInDesk(cloud.url, who)
    const body = { presentPassword: who.password, password: 'short' }
    const refused = await refusal(cloud.url, '/v1/password', jsonBody(body, here.token))
    expect(refused).toMatchObject({ code: 'schema', field: 'password' })
  })
})

const waiting = () =>
  withDatabase(cloud.dataDir, (db) =>
    db.selectFrom('mail').selectAll().where('kind', '!=', 'invitation').execute(),
  )
