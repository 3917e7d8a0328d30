import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../cloud/tokens.ts'
import { type Desk, bearer, deleteOf, refusal, signInDesk } from '../support/cloud-desk.ts'
import {
  copyLink,
  directoryOf,
  grantOf,
  invite,
  latest,
  page,
  register,
  rightTo,
  shownAs,
} from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const linkOf = async (id: string) => (await copyLink(cloud.url, desk, id)).url

async function expire(id: string) {
  await withDatabase(cloud.dataDir, (db) =>
    db
      .updateTable('record')
      .set({ invite_expires_at: '2026-01-01T00:00:00.000Z' })
      .where('id', '=', id)
      .execute(),
  )
}

describe('a registration', () => {
  it('makes a user with login, groups and rights in one step', async () => {
    const { id, state } = await invite(desk)
    const { groups, resources } = await directoryOf(cloud.url, desk)
    const right = rightTo({ kind: 'resource', id: resources[0]?.id ?? '' })
    const group = groups[0]?.id ?? ''
    await desk.send(grantOf(id, { addGroups: [group], addRights: [right] }))
    expect(await inEffect(id)).toEqual({ groups: [], rights: [] })

    const done = await register(await linkOf(id), { firstName: 'Aada', lastName: 'Laine' })
    expect(done.status).toBe(200)
    expect(done.text).toContain('You are registered')
    const change = await latest(desk, id)
    expect(change?.state).toMatchObject({
      kind: 'user',
      firstName: 'Aada',
      lastName: 'Laine',
      groups: [group],
      rights: [right],
      mail: null,
      registeredAt: expect.any(String),
    })
    expect(await inEffect(id)).toEqual({ groups: [group], rights: [right.id] })

    const login = { email: state?.email ?? '', password: 'a long password' }
    const { signedIn } = await signInDesk(cloud.url, login)
    expect(signedIn.person.name).toBe('Aada Laine')
  })

  it('works once', async () => {
    const { id } = await invite(desk)
    const [link, other] = [await linkOf(id), await linkOf(id)]
    const answers = await Promise.all([register(link), register(other), register(link)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(2)
    for (const again of [await page(link), await page(other)]) {
      expect(again.status).toBe(410)
      expect(again.text).toContain('You are registered already')
    }
    const linked = `${desk.account}/invitations/${id}/link`
    const init = { method: 'POST', headers: bearer(desk.token) }
    expect((await refusal(cloud.url, linked, init)).code).toBe('registered')
  })

  it('lets an Account Admin sign in at a desk afterwards', async () => {
    const { id, state } = await invite(desk, { role: 'account-admin' })
    await register(await linkOf(id))
    const login = { email: state?.email ?? '', password: 'a long password' }
    const { signedIn } = await signInDesk(cloud.url, login)
    expect(signedIn.accounts).toMatchObject([{ name: 'Demo site', role: 'account-admin' }])
  })

  it('asks again for what is missing and keeps what was typed', async () => {
    const { id } = await invite(desk)
    const link = await linkOf(id)
    const short = await register(link, { firstName: '<b>Pat</b>', password: 'short' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('Use at least 10 characters.')
    expect(short.text).toContain('value="&lt;b&gt;Pat&lt;/b&gt;"')
    expect(short.text).not.toContain('short"')
    const nameless = await register(link, { firstName: ' ', lastName: '' })
    expect(nameless.text).toMatch(/id="firstName"[^>]*aria-invalid="true"/)
    const different = await register(link, { repeated: 'another password' })
    expect(different.text).toContain('This is not the same password.')
    expect((await latest(desk, id))?.state?.kind).toBe('invitation')
  })
})

describe('the registration page', () => {
  it('shows what was granted by name, in the language of the browser', async () => {
    const { id } = await invite(desk)
    const { groups, resourceGroups, schedules } = await directoryOf(cloud.url, desk)
    const target = { kind: 'resource-group', id: resourceGroups[0]?.id ?? '' } as const
    const limits = { until: '2027-03-01T00:00:00.000Z', scheduleId: schedules[0]?.id ?? '' }
    const grant = { addGroups: [groups[0]?.id ?? ''], addRights: [rightTo(target, limits)] }
    await desk.send(grantOf(id, grant))
    const link = await linkOf(id)
    const english = await page(link)
    expect(english.text).toContain('<html lang="en">')
    for (const text of [groups[0]?.name, resourceGroups[0]?.name, schedules[0]?.name]) {
      expect(english.text).toContain(text)
    }
    expect(english.text).toContain('until 1 March 2027')
    const finnish = await page(link, {
      headers: { 'accept-language': 'sv;q=1, fi-FI;q=0.8, en;q=0.5' },
    })
    expect(finnish.text).toContain('<html lang="fi">')
    expect(finnish.text).toContain('1. maaliskuuta 2027 asti')
  })

  it('runs no script, loads nothing and is kept by nobody', async () => {
    const { id } = await invite(desk)
    const { text, headers } = await page(await linkOf(id))
    expect(text).not.toMatch(/<script|<link|<img|\son\w+=|javascript:|style="/i)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('tells the desk when it was opened first, and not for those who only look ahead', async () => {
    const { id } = await invite(desk)
    const link = await linkOf(id)
    await page(link, { method: 'HEAD' })
    await page(link, { headers: { 'sec-purpose': 'prefetch;prerender' } })
    const sent = await shownAs(desk, id, ({ mail }) => mail?.state === 'sent')
    expect(sent.state.mail?.openedAt).toBeNull()
    await page(link)
    const opened = await shownAs(desk, id, ({ mail }) => mail?.openedAt !== null)
    await page(link)
    expect((await latest(desk, id))?.version).toBe(opened.version)
  })

  it('says clearly why a link leads nowhere', async () => {
    const unknown = await page(`${cloud.url}/register/${'A'.repeat(43)}`)
    expect(unknown).toMatchObject({ status: 404, text: expect.stringContaining('not complete') })

    const expired = await invite(desk)
    const old = await linkOf(expired.id)
    await expire(expired.id)
    for (const answer of [await page(old), await register(old)]) {
      expect(answer).toMatchObject({ status: 410, text: expect.stringContaining('has expired') })
    }
    const linked = `${desk.account}/invitations/${expired.id}/link`
    const init = { method: 'POST', headers: bearer(desk.token) }
    expect((await refusal(cloud.url, linked, init)).code).toBe('invitation.expired')

    const deleted = await invite(desk)
    const dead = await linkOf(deleted.id)
    await desk.send(deleteOf(deleted.id, 1))
    for (const answer of [await page(dead), await register(dead)]) {
      expect(answer).toMatchObject({ status: 410, text: expect.stringContaining('was withdrawn') })
    }
  })

  it('keeps no token that a thief of the database could use', async () => {
    const { id } = await invite(desk)
    const token = (await linkOf(id)).split('/').at(-1) ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('registration_token').selectAll().where('record_id', '=', id).execute(),
    )
    expect(rows.map(({ hash }) => hash)).toContain(sha256(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('shows a page for any link and form', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 })
    const fields = fc.constantFrom('firstName', 'lastName', 'password', 'repeated', 'x')
    const { id } = await invite(desk)
    const url = await linkOf(id)
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fields, anyText), anyText, async (form, token) => {
        // The letter keeps `..` from leading to another path.
        const link = `${cloud.url}/register/x${encodeURIComponent(token.repeat(4))}`
        for (const answer of [await page(link), await register(url, { password: '', ...form })]) {
          expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
          expect([200, 404, 410, 422, 429]).toContain(answer.status)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('slows down those who try many', async () => {
    const other = await startCloud()
    const tries = Array.from({ length: 31 }, () => register(`${other.url}/register/guess`))
    const answers = await Promise.all(tries)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.text).toContain('Too many attempts')
    await other.stop()
  })
})

async function inEffect(recordId: string) {
  return withDatabase(cloud.dataDir, async (db) => {
    const members = await db
      .selectFrom('group_member')
      .select('group_id')
      .where('record_id', '=', recordId)
      .execute()
    const rights = await db
      .selectFrom('access_right')
      .select('id')
      .where('record_id', '=', recordId)
      .execute()
    return { groups: members.map((row) => row.group_id), rights: rights.map((row) => row.id) }
  })
}
