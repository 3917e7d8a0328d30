import { describe, expect, it } from 'vitest'
import { apiVersion, batchLimits, cloudApi } from '../../contracts/cloud-api.ts'
import { createOf, jsonBody, refusal, request } from '../support/cloud-desk.ts'
import { rawAnswer } from './raw-answer.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const desk = await cloud.signIn()

const refused = async (path: string, init: RequestInit) => {
  const { code, field } = await refusal(cloud.url, path, init)
  return field === undefined ? { code } : { code, field }
}
const batch = (body: unknown) => refused(`${desk.account}/sync/batch`, jsonBody(body, desk.token))

describe('a malformed request', () => {
  it('is refused with the name of the field at fault', async () => {
    const noDesk = { email: 'a@b.example', password: 'x' }
    expect(await refused('/v1/sign-in', jsonBody(noDesk))).toEqual({
      code: 'schema',
      field: 'desk',
    })
    expect(await batch({ items: [] })).toEqual({ code: 'schema', field: 'items' })
    expect(await batch({ items: [createOf({}), { opId: 7 }] })).toEqual({
      code: 'schema',
      field: 'items.1.opId',
    })
    const headers = { authorization: `Bearer ${desk.token}` }
    expect(await refused(`${desk.account}/changes?limit=0`, { headers })).toEqual({
      code: 'schema',
      field: 'limit',
    })
    expect(await refused('/v1/accounts/7/digest', { headers })).toEqual({
      code: 'schema',
      field: 'accountId',
    })
  })

  it('is a problem too when it is no JSON, no object, no UTF-8 or at no endpoint', async () => {
    const body = { code: 'schema', field: 'body' }
    expect(await batch('{"items":')).toEqual(body)
    expect(await batch('')).toEqual(body)
    const { headers } = jsonBody({}, desk.token)
    const latin = {
      method: 'POST',
      headers: headers ?? {},
      body: Buffer.from('{"a":"\xe4"}', 'latin1'),
    }
    expect(await refused(`${desk.account}/sync/batch`, latin)).toEqual(body)
    expect(await refused('/v1/nothing', {})).toEqual({ code: 'not-found' })
    expect(await refused('/v1/%', {})).toEqual({ code: 'schema', field: 'path' })
  })

  it.each([
    [415, 'content-type', { body: 'a=b', headers: { 'content-type': 'text/csv' } }],
    [415, 'content-type', { body: '{}', headers: { 'content-type': 'text/plain' } }],
    [
      415,
      'content-encoding',
      { body: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
    ],
    [405, 'method', { method: 'DELETE' }],
    [405, 'method', { method: 'GET' }],
    [431, 'headers', { body: '{}', headers: { 'x-long': 'x'.repeat(100_000) } }],
  ])('is told apart by status %i and field %s', async (status, field, init) => {
    const answer = await refusal(cloud.url, '/v1/sign-in', { method: 'POST', ...init })
    expect(answer).toMatchObject({ code: 'schema', status, field })
    expect(answer.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
  })

  it.each([
    ['hello', 400, 'request'],
    [`CONNECT x:1 HTTP/1.1\r\nHost: x`, 405, 'method'],
    ['POST /v1/token HTTP/1.1\r\nHost: x\r\nExpect: a miracle', 417, 'expect'],
    [`GET /v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: -1`, 400, 'request'],
  ])('is a problem even when it hardly is HTTP: %j', async (head, status, field) => {
    const answer = await rawAnswer(cloud.url, `${head}\r\n\r\n`)
    expect(answer).toMatchObject({ status, problem: { code: 'schema', status, field } })
  })

  it('is told that it is too large, so that the desk can halve the batch', async () => {
    const large = 'x'.repeat(batchLimits.bytes)
    expect(await batch({ items: [{ ...createOf({}), large }] })).toEqual({ code: 'too-large' })
  })
})

describe('a desk', () => {
  it('of another version is told so, and one that does not say its version is served', async () => {
    const other = { headers: { 'tapdesk-api': String(apiVersion + 1) } }
    expect(await refusal(cloud.url, '/v1/health', other)).toMatchObject({
      code: 'upgrade',
      api: apiVersion,
    })
    const mine = { headers: { 'tapdesk-api': String(apiVersion) } }
    const same = await request(cloud.url, '/v1/health', mine)
    expect(cloudApi.health.response.parse(JSON.parse(same.text)).api).toBe(apiVersion)
    expect((await request(cloud.url, '/v1/health')).status).toBe(200)
  })

  it('without a valid token is refused at every door that needs one', async () => {
    for (const endpoint of Object.values(cloudApi).filter(({ auth }) => auth)) {
      const accountId = desk.signedIn.accounts[0]?.id ?? ''
      const path = endpoint.path.replace(':accountId', accountId).replace(':recordId', accountId)
      const authorization = `Bearer ${'0'.repeat(43)}`
      const { method } = endpoint
      const body = method === 'POST' ? JSON.stringify({ items: [createOf({})] }) : null
      const type = body === null ? {} : { 'content-type': 'application/json' }
      for (const headers of [type, { ...type, authorization }]) {
        expect(await refused(path, { method, body, headers })).toEqual({ code: 'token.invalid' })
      }
    }
  })
})

it('says to anybody that it is ready while it is', async () => {
  const answer = await request(cloud.url, '/v1/ready')
  expect(answer.status).toBe(200)
  expect(cloudApi.ready.response.parse(JSON.parse(answer.text))).toEqual({ ready: true })
})
