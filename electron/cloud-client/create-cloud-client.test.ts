import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fault, type FaultProxy, startFaultProxy } from '../../tests/support/fault-proxy.ts'
import type { CloudClient } from './cloud-client.ts'
import { createCloudClient } from './create-cloud-client.ts'

const accountId = '019ab000-0000-7000-8000-0000000000aa'
const opId = '019ab000-0000-7000-8000-000000000001'
const params = { accountId }

let cloud: FaultProxy
let client: CloudClient
beforeAll(async () => {
  cloud = await startFaultProxy()
  client = createCloudClient({ baseUrl: cloud.url, fetch, desk: 'Tapdesk/1.0 (test)' })
})
afterAll(() => cloud.close())

const json = (value: unknown): Fault => ({
  kind: 'reply',
  status: 200,
  body: JSON.stringify(value),
})
const problem = (
  status: number,
  code: string,
  more: object = {},
  headers: Readonly<Record<string, string>> = {},
): Fault => ({
  kind: 'reply',
  status,
  type: 'application/problem+json; charset=utf-8',
  headers,
  body: JSON.stringify({ code, title: 'x', status, ...more }),
})
const page = { from: null, next: 'c1', hasMore: false, changes: [], directory: 0 }
const changes = () => client.changes({ params, query: {}, token: 't' })

describe('a request', () => {
  it('carries version, program, token and parameters', async () => {
    cloud.plan(json(page))
    const answer = await client.changes({ params, query: { cursor: 'a/b c' }, token: 'secret' })
    expect(answer).toEqual({ ok: true, value: page })
    expect(cloud.seen.at(-1)).toMatchObject({
      method: 'GET',
      url: `/v1/accounts/${accountId}/changes?cursor=a%2Fb+c`,
      headers: {
        'tapdesk-api': '1',
        authorization: 'Bearer secret',
        'user-agent': 'Tapdesk/1.0 (test)',
      },
    })
  })

  it('carries frozen items byte for byte', async () => {
    const rawBody = `{"items":[{"opId":"${opId}",  "name":"Zoë \\u00e9"}]}`
    cloud.plan(json({ results: [] }))
    await client.batch({ params, rawBody, token: 't' })
    expect(cloud.seen.at(-1)).toMatchObject({
      method: 'POST',
      body: rawBody,
      headers: { 'content-type': 'application/json' },
    })
  })

  it('carries a value as JSON', async () => {
    cloud.plan(problem(401, 'token.invalid'))
    const answer = await client.refresh({ body: { refreshToken: 'r' } })
    expect(answer).toMatchObject({ ok: false, code: 'token.invalid' })
    expect(cloud.seen.at(-1)?.body).toBe('{"refreshToken":"r"}')
  })

  it('without a body claims no kind of body', async () => {
    cloud.plan(json({ signedOut: true }))
    expect(await client.signOut({ token: 't' })).toMatchObject({ ok: true })
    expect(cloud.seen.at(-1)).toMatchObject({ method: 'POST', body: '' })
    expect(cloud.seen.at(-1)?.headers).not.toHaveProperty('content-type')
  })
})

describe('an answer', () => {
  const table: readonly [string, Fault, object][] = [
    [
      'a problem in words of the contract',
      problem(410, 'cursor.expired'),
      { code: 'cursor.expired' },
    ],
    [
      'a problem with a field',
      problem(400, 'schema', { field: 'cursor' }),
      { code: 'schema', field: 'cursor' },
    ],
    [
      'a problem that a later version added',
      problem(401, 'token.strange'),
      { code: 'token.invalid' },
    ],
    [
      'too many requests',
      problem(429, 'rate-limited', {}, { 'retry-after': '7' }),
      { code: 'rate-limited', detail: { retryAfterMs: 7_000 } },
    ],
    [
      'a pause that is garbage',
      problem(503, 'unavailable', {}, { 'retry-after': 'soon' }),
      { ok: false, code: 'unavailable' },
    ],
    [
      'a gateway without its cloud',
      { kind: 'reply', status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
      { code: 'unavailable' },
    ],
    [
      'a gateway with a small limit',
      { kind: 'reply', status: 413, type: 'text/html', body: '' },
      { code: 'too-large' },
    ],
    [
      "a captive portal's page",
      { kind: 'reply', status: 200, type: 'text/html', body: '<form>Accept the terms</form>' },
      { code: 'not-a-cloud' },
    ],
    [
      "a captive portal's page that says it is JSON",
      { kind: 'reply', status: 200, body: '<form>Accept the terms</form>' },
      { code: 'network' },
    ],
    [
      "a portal's redirect",
      {
        kind: 'reply',
        status: 302,
        type: 'text/html',
        headers: { location: 'http://portal.test/' },
      },
      { code: 'not-a-cloud' },
    ],
    [
      "a proxy's sign-in",
      { kind: 'reply', status: 401, type: 'text/html', body: '' },
      { code: 'not-a-cloud' },
    ],
    [
      'a sign-in that has ended',
      problem(401, 'token.invalid', { ended: 'password-changed' }),
      { code: 'token.invalid', detail: { ended: 'password-changed' } },
    ],
    [
      'an end that a later version added',
      problem(401, 'token.invalid', { ended: 'eclipse' }),
      { ok: false, code: 'token.invalid' },
    ],
    [
      'another version',
      problem(426, 'upgrade', { api: 2 }),
      { code: 'upgrade', detail: { cloudApi: 2 } },
    ],
    [
      'some other service',
      { kind: 'reply', status: 404, body: '{"error":"x"}' },
      { code: 'not-a-cloud' },
    ],
    [
      'a success without content',
      { kind: 'reply', status: 204, type: 'text/plain' },
      { code: 'not-a-cloud' },
    ],
    ['other JSON', json({ hello: 1 }), { code: 'not-a-cloud', detail: { reason: 'schema' } }],
    ['a torn body', { kind: 'torn', body: JSON.stringify(page) }, { code: 'network' }],
    [
      'truncated JSON',
      { kind: 'reply', status: 200, body: '{"from":null,"ne' },
      { code: 'network' },
    ],
    ['a reset', { kind: 'reset' }, { code: 'network' }],
  ]
  it.each(table)('%s has one code', async (_, fault, expected) => {
    cloud.plan(fault)
    expect(await changes()).toMatchObject({ ok: false, ...expected })
  })

  it('never follows a redirect', async () => {
    const before = cloud.seen.length
    cloud.plan({ kind: 'reply', status: 307, headers: { location: `${cloud.url}/elsewhere` } })
    expect(await changes()).toMatchObject({ code: 'not-a-cloud' })
    expect(cloud.seen).toHaveLength(before + 1)
  })

  it('gives up on silence and says so', async () => {
    cloud.plan({ kind: 'silence' })
    const answer = await client.changes({ params, query: {}, token: 't', timeoutMs: 50 })
    expect(answer).toEqual({ ok: false, code: 'network', detail: { timedOut: true } })
  })

  it('ends at once when it is cut off', async () => {
    const aborted = new AbortController()
    cloud.plan({ kind: 'silence' })
    const arrival = cloud.arrival()
    const answer = client.changes({ params, query: {}, token: 't', signal: aborted.signal })
    await arrival
    aborted.abort()
    expect(await answer).toEqual({ ok: false, code: 'network' })
    const late = client.changes({ params, query: {}, token: 't', signal: aborted.signal })
    expect(await late).toEqual({ ok: false, code: 'network' })
  })

  it('says that nobody is there', async () => {
    const gone = await startFaultProxy()
    await gone.close()
    const lost = createCloudClient({ baseUrl: gone.url, fetch, desk: 'x' })
    expect(await lost.health({})).toEqual({ ok: false, code: 'network' })
  })
})

describe('the answer to a batch', () => {
  it('is read item by item, so that an odd result spoils no other', async () => {
    const refused = { opId, outcome: 'refused', problem: { code: 'gone' } }
    const other = '019ab000-0000-7000-8000-000000000002'
    cloud.plan(
      json({
        results: [{ opId: other, outcome: 'postponed' }, 17, refused, { outcome: 'applied' }],
      }),
    )
    expect(await client.batch({ params, rawBody: '{"items":[]}', token: 't' })).toEqual({
      ok: true,
      value: { results: [{ opId: other, outcome: 'unreadable' }, refused] },
    })
  })
})
