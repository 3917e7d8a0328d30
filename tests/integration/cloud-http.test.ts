import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Endpoint, batchLimits, cloudApi, problem } from '../../contracts/cloud-api.ts'
import { problemStatus } from '../../cloud/routes/problem.ts'
import {
  type Desk,
  createOf,
  jsonBody,
  refusal,
  request,
  signInDesk,
} from '../support/cloud-desk.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

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

  it('is a problem too when it is no JSON, no object, of another type or at no endpoint', async () => {
    const body = { code: 'schema', field: 'body' }
    expect(await batch('{"items":')).toEqual(body)
    expect(await batch('')).toEqual(body)
    const form = { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/csv' } }
    expect(await refused('/v1/sign-in', form)).toEqual({ code: 'schema', field: 'content-type' })
    expect(await refused('/v1/nothing', {})).toEqual({ code: 'not-found' })
    expect(await refused('/v1/sign-in', { method: 'DELETE' })).toEqual({ code: 'not-found' })
    expect(await refused('/v1/%', {})).toEqual({ code: 'schema', field: 'path' })
  })

  it('is a problem even when it is no HTTP', async () => {
    const socket = createConnection(Number(new URL(cloud.url).port), '127.0.0.1')
    socket.write('hello\r\n\r\n')
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head).toContain('400 Bad Request')
    expect(problem.parse(JSON.parse(body))).toMatchObject({ code: 'schema', field: 'request' })
  })

  it('is told that it is too large, so that the desk can halve the batch', async () => {
    const large = 'x'.repeat(batchLimits.bytes)
    expect(await batch({ items: [{ ...createOf({}), large }] })).toEqual({ code: 'too-large' })
  })
})

describe('a desk', () => {
  it('of another version is told so, and one that does not say its version is served', async () => {
    const other = { headers: { 'tapdesk-api': '2' } }
    expect(await refused('/v1/health', other)).toEqual({ code: 'upgrade' })
    const same = await request(cloud.url, '/v1/health', { headers: { 'tapdesk-api': '1' } })
    expect(JSON.parse(same.text)).toEqual({
      service: 'tapdesk-cloud',
      cloudId: cloud.cloudId,
      api: 1,
    })
    expect(same.headers.get('tapdesk-api')).toBe('1')
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

const document = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
})

describe('openapi.json', () => {
  it('is OpenAPI 3.1 with every endpoint of the contract and every status it may answer', async () => {
    const { text: body } = await request(cloud.url, '/openapi.json')
    const { openapi, paths } = document.parse(JSON.parse(body))
    expect(openapi).toMatch(/^3\.1\./)
    const endpoints: Endpoint[] = Object.values(cloudApi)
    const documented = endpoints.map(({ path, method, problems }) => {
      const template = path.replace(/:(\w+)/g, '{$1}')
      const anywhere = ['schema', 'upgrade', 'internal', 'unavailable'] as const
      const statuses = [...problems, ...anywhere].map((code) => String(problemStatus[code]))
      const found = Object.keys(paths[template]?.[method.toLowerCase()]?.responses ?? {})
      return { path, missing: ['200', ...statuses].filter((status) => !found.includes(status)) }
    })
    expect(documented).toEqual(endpoints.map(({ path }) => ({ path, missing: [] })))
    expect(Object.keys(paths)).toHaveLength(new Set(endpoints.map(({ path }) => path)).size)
  })
})
