import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  appliedChange,
  createOf,
  jsonBody,
  refusal,
  request,
  signInDesk,
} from '../support/cloud-desk.ts'
import {
  copyLink,
  directoryOf,
  grantOf,
  invite,
  page,
  register,
  rightTo,
} from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { nameEverything } from '../support/hostile-names.ts'
import { hostileHeaders, hostileMarkup } from '../support/hostile-texts.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink
let cloud: RunningCloud
let desk: Desk
beforeAll(async () => {
  sink = await startSmtpSink()
  cloud = await startCloud({ smtpUrl: sink.url, mailFrom: 'Desk <desk@site.example>' })
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(async () => {
  await cloud.stop()
  await sink.stop()
})

/** Somebody with a group and a right on a schedule, all of them called `name`; the mail and the link. */
async function invited(name: string) {
  await nameEverything(cloud.dataDir, cloud.demo?.email ?? '', name)
  const fields = { firstName: name.slice(0, 100), lastName: name.slice(0, 100), organization: name }
  const { id, state } = await invite(desk, {
    ...fields,
    additionalInformation: name,
    surfaceId: '',
  })
  const { groups, resources } = await directoryOf(cloud.url, desk)
  const right = rightTo({ kind: 'resource', id: resources[0]?.id ?? '' })
  const [granted] = await desk.send(
    grantOf(id, { addGroups: [groups[0]?.id ?? ''], addRights: [right] }),
  )
  appliedChange(granted)
  const email = state?.email ?? ''
  return { email, mail: await sink.mailTo(email), link: (await copyLink(cloud.url, desk, id)).url }
}

/** What a page is made of: its elements with the names of their attributes, nothing that stands in them. */
const skeleton = (html: string) =>
  [...html.replace(/="[^"]*"/g, '').matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/\s+/g, ' '))

/** Everything that a person who is called `name` gets to see, until their link is used. */
async function seenBy(name: string) {
  const { mail, link } = await invited(name)
  const wrong = { firstName: name.slice(0, 100), lastName: name.slice(0, 100), password: 'short' }
  const [form, corrected, done, used] = [
    await page(link),
    await register(link, wrong),
    await register(link),
    await page(link),
  ]
  return { html: String(mail.html), pages: [form, corrected, done, used] }
}

describe('a text that is markup elsewhere', () => {
  let plain: Awaited<ReturnType<typeof seenBy>>
  beforeAll(async () => {
    plain = await seenBy('Plain')
  })

  it.each(hostileMarkup)('is text in the mail and on every page: %s', async (text) => {
    const hostile = await seenBy(text)
    expect(hostile.pages.map(({ status }) => status)).toEqual([200, 422, 200, 410])
    expect(skeleton(hostile.html)).toEqual(skeleton(plain.html))
    for (const [nth, shown] of hostile.pages.entries()) {
      expect(skeleton(shown.text)).toEqual(skeleton(plain.pages[nth]?.text ?? ''))
      const policy = shown.headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|script-src/)
    }
  })

  it('comes back in no problem that a cloud answers', async () => {
    for (const text of hostileMarkup) {
      const path = `/v1/${encodeURIComponent(text)}`
      expect((await request(cloud.url, path)).text).not.toContain(text)
      const { title, field } = await refusal(cloud.url, '/v1/sign-in', jsonBody({ [text]: text }))
      expect(`${title}${field}`).not.toContain(text)
      const { headers } = await request(cloud.url, path)
      expect(headers.get('content-type')).toContain('application/problem+json')
    }
  })
})

describe('a text that is a header elsewhere', () => {
  it.each(hostileHeaders)('is text in a mail, and nobody else gets it: %j', async (text) => {
    const { email, mail } = await invited(text)
    expect(mail.recipients).toEqual([email])
    expect(mail.from?.value).toEqual([{ address: 'desk@site.example', name: 'Desk' }])
    expect([mail.to].flat().flatMap((each) => each?.value ?? [])).toEqual([
      { address: email, name: '' },
    ])
    expect([...mail.headers.keys()].toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
    expect(mail.attachments).toEqual([])
    const [head = ''] = mail.raw.split('\r\n\r\n')
    expect(head.split('\r\n').filter((line) => line.length > 998)).toEqual([])
    expect(mail.raw).not.toMatch(/(^|[^\r])\n|\r[^\n]/)
  })

  it.each([
    'a@site.example\r\nBcc: all@evil.example',
    'a@site.example, all@evil.example',
    'Eve <a@site.example>',
    'group:a@site.example;',
    '"a\\r\\nb"@site.example',
    'a@site.example\u0000',
    'a@[127.0.0.1]',
    '=?utf-8?Q?a?=@site.example>RCPT TO:<b@site.example',
  ])('is no address: %j', async (email) => {
    const [result] = await desk.send(createOf({ email, firstName: 'Eve' }))
    expect(result).toMatchObject({ problem: { code: 'schema', field: 'fields.email' } })
  })
})
