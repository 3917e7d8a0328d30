import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchLimits } from '../../contracts/cloud-api.ts'
import { bearer, jsonBody, refusal, request, signInDesk } from '../support/cloud-desk.ts'
import { copyLink, invite } from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { head, rawConversation } from '../support/raw-conversation.ts'

let cloud: RunningCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

/** What an attacker wants to be taken for a request of its own. */
const smuggled = head('GET /v1/health HTTP/1.1', 'Host: x', 'X-Smuggled: yes')
const post = ['POST /v1/token HTTP/1.1', 'Host: x', 'Content-Type: application/json']
const closing = head('GET /v1/nothing HTTP/1.1', 'Host: x', 'Connection: close')

describe('a request whose end two readers may see in two places', () => {
  it.each([
    [
      'length and chunks',
      head(...post, `Content-Length: 5`, 'Transfer-Encoding: chunked') + `0\r\n\r\n`,
    ],
    [
      'chunks and length',
      head(...post, 'Transfer-Encoding: chunked', 'Content-Length: 5') + `0\r\n\r\n`,
    ],
    ['two lengths', head(...post, 'Content-Length: 2', 'Content-Length: 90') + '{}'],
    ['lengths in one line', head(...post, 'Content-Length: 2, 90') + '{}'],
    ['a length with a sign', head(...post, 'Content-Length: +2') + '{}'],
    ['a hexadecimal length', head(...post, 'Content-Length: 0x2') + '{}'],
    ['an endless length', head(...post, `Content-Length: ${'9'.repeat(40)}`) + '{}'],
    [
      'chunks under a name with a space',
      head(...post, 'Transfer-Encoding : chunked') + `0\r\n\r\n`,
    ],
    ['chunks that are no chunks', head(...post, 'Transfer-Encoding: xchunked') + `0\r\n\r\n`],
    [
      'chunks before another coding',
      head(...post, 'Transfer-Encoding: chunked, identity') + `0\r\n\r\n`,
    ],
    ['chunks in a folded line', head(...post, 'Transfer-Encoding:', ' chunked') + `0\r\n\r\n`],
    ['a folded length', head(...post, 'Content-Length:', ' 2') + '{}'],
    ['a bare line feed', `${post.join('\n')}\nContent-Length: 2\n\n{}`],
    [
      'a bare carriage return',
      head(...post, 'X: a\rTransfer-Encoding: chunked', 'Content-Length: 2') + '{}',
    ],
    ['a chunk of negative size', head(...post, 'Transfer-Encoding: chunked') + `-1\r\n\r\n`],
    [
      'a chunk of endless size',
      head(...post, 'Transfer-Encoding: chunked') + `${'f'.repeat(20)}\r\n`,
    ],
    [
      'a chunk that ends in a bare line feed',
      head(...post, 'Transfer-Encoding: chunked') + `2\n{}\n0\n\n`,
    ],
    ['a NUL in a name', head(...post, 'X\0Y: 1', 'Content-Length: 2') + '{}'],
    ['two hosts', head(...post, 'Host: y', 'Content-Length: 2') + '{}'],
  ])(
    'is refused and the line closed, so that nothing rides behind it: %s',
    async (_name, bytes) => {
      const { all, statuses } = await rawConversation(cloud.url, bytes + smuggled + closing)
      expect(statuses).toEqual([400])
      expect(all).not.toContain('tapdesk-cloud')
    },
  )
})

describe('a request that is refused before its body was read', () => {
  const framed = (length: number) => head(...post, `Content-Length: ${length}`)

  it.each([
    ['without a token', 'POST /v1/accounts/7/sync/batch HTTP/1.1', 401],
    ['at no endpoint', 'GET /v1/nothing HTTP/1.1', 404],
    ['in another way', 'PUT /v1/token HTTP/1.1', 405],
    ['in another coding', 'POST /v1/token HTTP/1.1\r\nContent-Encoding: gzip', 415],
  ])('has a body all the same, in which nothing is a request: %s', async (_name, line, status) => {
    const bytes = head(
      line,
      'Host: x',
      'Content-Type: application/json',
      `Content-Length: ${smuggled.length}`,
    )
    const { all, statuses } = await rawConversation(cloud.url, bytes + smuggled + closing)
    expect(statuses).toEqual([status, 404])
    expect(all).not.toContain('tapdesk-cloud')
  })

  it('that is too large is not read to its end, and nothing in it is a request', async () => {
    const body = smuggled.repeat(Math.ceil((2 * batchLimits.itemBytes) / smuggled.length))
    const { all, statuses } = await rawConversation(cloud.url, framed(body.length) + body + closing)
    expect(statuses[0]).toBe(413)
    expect(all).not.toContain('tapdesk-cloud')
  })

  it('of chunks without an end in sight is cut off at the limit', async () => {
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`
    const bytes = head(...post, 'Transfer-Encoding: chunked') + chunk.repeat(40)
    const { statuses } = await rawConversation(cloud.url, bytes)
    expect(statuses).toEqual([413])
  })
})

describe('an oversized head', () => {
  it.each([
    ['one long address', [`GET /v1/health?${'x'.repeat(20_000)} HTTP/1.1`, 'Host: x']],
    ['one long line', ['GET /v1/health HTTP/1.1', 'Host: x', `X-Long: ${'x'.repeat(20_000)}`]],
    [
      'many lines',
      [
        'GET /v1/health HTTP/1.1',
        'Host: x',
        ...Array.from({ length: 4000 }, (_, n) => `X-${n}: 1`),
      ],
    ],
  ])('is refused as it comes, with the reason: %s', async (_name, lines) => {
    const { all, statuses } = await rawConversation(cloud.url, head(...lines) + smuggled)
    expect(statuses).toEqual([431])
    expect(all).toContain('"field":"headers"')
  })

  it('that fits is read: a long address leads nowhere, but is no mistake of the cloud', async () => {
    const { status } = await request(cloud.url, `/register/${'x'.repeat(12_000)}`)
    expect(status).toBe(404)
  })
})

it('counts by the address that a named proxy tells, and believes nothing that stands before it', async () => {
  const behind = await startCloud({ behindProxy: ['127.0.0.1'] })
  const asked = (forwarded: string) => {
    const init = jsonBody({ refreshToken: 'guess' })
    return request(behind.url, '/v1/token', {
      ...init,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    })
  }
  for (let n = 0; n < 300; n++) await asked(`10.9.${n >> 8}.${n & 255}, 192.0.2.7`)
  expect((await asked('10.9.9.9, 192.0.2.7')).status).toBe(429)
  expect((await asked('192.0.2.7, 192.0.2.8')).status).toBe(401)
  await behind.stop()
})

describe('what a client says of itself', () => {
  it('makes no line of an answer', async () => {
    const evil = '%0d%0aSet-Cookie:%20a=b%0d%0a%0d%0a'
    for (const path of [`/v1/${evil}`, `/register/${evil}`, `/v1/health?${evil}`, `/${evil}`]) {
      const { headers } = await request(cloud.url, path)
      expect(headers.get('set-cookie')).toBeNull()
      expect([...headers.values()].join()).not.toContain('a=b')
    }
  })

  it('never becomes the address in a link', async () => {
    const desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
    const { id } = await invite(desk)
    const { url } = await copyLink(cloud.url, desk, id)
    const token = /[\w-]{43}$/.exec(url)?.[0] ?? ''
    const path = `${desk.account}/invitations/${id}/link`
    const { all } = await rawConversation(
      cloud.url,
      head(
        `POST ${path} HTTP/1.1`,
        'Host: evil.example',
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: https',
        'Forwarded: host=evil.example',
        'Connection: close',
        `Authorization: Bearer ${desk.token}`,
      ),
    )
    expect(all).toContain(`${cloud.url}/register/`)
    expect(all).not.toContain('evil.example')
    const shown = await rawConversation(
      cloud.url,
      head(`GET /register/${token} HTTP/1.1`, 'Host: evil.example', 'Connection: close'),
    )
    expect(shown.statuses).toEqual([200])
    expect(shown.all).not.toContain('evil.example')
  })

  it('is not believed about its address where no proxy is in front', async () => {
    const guess = (n: number) => ({
      ...jsonBody({ refreshToken: 'guess' }),
      headers: {
        ...bearer(),
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${n >> 8}.${n & 255}`,
      },
    })
    for (let n = 0; n < 300; n++) await request(cloud.url, '/v1/token', guess(n))
    expect(await refusal(cloud.url, '/v1/token', guess(300))).toMatchObject({
      code: 'rate-limited',
    })
  })
})
