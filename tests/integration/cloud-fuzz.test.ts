import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Endpoint, cloudApi, problem } from '../../contracts/cloud-api.ts'
import { type Desk, createOf, jsonBody, request, signInDesk } from '../support/cloud-desk.ts'
import { copyLink, invite, page, register } from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const anyText = fc.string({ unit: 'binary', maxLength: 30 })
const typeable = anyText.filter((text) => !text.includes('\0'))
const anyJson = fc.jsonValue({ maxDepth: 3 })

/** A valid item with one place changed to anything. */
const almostItem = fc
  .tuple(
    fc.constantFrom('opId', 'method', 'recordId', 'fields', 'ifVersion', 'set', 'extra'),
    anyJson,
    fc.option(fc.tuple(fc.constantFrom('email', 'cardId', 'role', 'firstName', 'x'), anyJson)),
  )
  .map(([place, value, field]) => {
    const item = createOf({ firstName: 'Fuzz' }, v7())
    if (field === null) return { ...item, [place]: value }
    return { ...item, fields: { ...item.fields, [field[0]]: field[1] } }
  })

/** The code of a problem that the endpoint declares, or `answered`; anything else throws. */
async function ask(endpoint: Endpoint, path: string, init: RequestInit) {
  const { status, text } = await request(cloud.url, path, init)
  const body: unknown = JSON.parse(text)
  if (status === 200) return { code: 'answered' as const, value: endpoint.response.parse(body) }
  return { code: problem.parse(body).code, value: null }
}

const declared = ({ problems }: Endpoint) => ['answered', 'schema', ...problems]

it('answers any item of a batch as the contract declares, and never with a mistake of its own', async () => {
  const path = `${desk.account}/sync/batch`
  await fc.assert(
    fc.asyncProperty(fc.array(almostItem, { minLength: 1, maxLength: 5 }), async (items) => {
      const init = jsonBody({ items }, desk.token)
      const { code, value } = await ask(cloudApi.batch, path, init)
      expect(declared(cloudApi.batch)).toContain(code)
      const outcomes = value === null ? [] : cloudApi.batch.response.parse(value).results
      expect(outcomes.map(({ outcome }) => outcome)).not.toContain('retry')
    }),
    { numRuns: 200 },
  )
})

const anyId = fc.oneof(fc.uuid(), fc.constant(v7()), anyJson)
const almostGrant = fc.tuple(anyId, anyId, anyJson, anyJson).map(([id, target, from, more]) => [
  {
    opId: v7(),
    method: 'grant',
    recordId: id,
    addGroups: [target],
    addRights: [
      { id: v7(), target: { kind: 'resource', id: target }, from, until: more, scheduleId: null },
    ],
  },
  { opId: v7(), method: 'resend', recordId: id, email: more },
])

it('answers any grant and resend so too', async () => {
  await fc.assert(
    fc.asyncProperty(almostGrant, async (items) => {
      const results = await desk.send(...items)
      expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
    }),
    { numRuns: 100 },
  )
})

it('shows a page for any registration link and form', async () => {
  const anyForm = fc.dictionary(
    fc.constantFrom('firstName', 'lastName', 'password', 'repeated', 'x'),
    anyText,
  )
  const { id } = await invite(desk)
  const { url } = await copyLink(cloud.url, desk, id)
  await fc.assert(
    fc.asyncProperty(anyForm, anyText, async (form, token) => {
      // The letter keeps `..` from leading to another path.
      const link = `${cloud.url}/register/x${encodeURIComponent(token)}`
      for (const answer of [await page(link), await register(url, { password: '', ...form })]) {
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect([200, 404, 410, 422, 429]).toContain(answer.status)
      }
    }),
    { numRuns: 60 },
  )
})

it('answers any body, query and address as the contract declares', async () => {
  const endpoints: Endpoint[] = Object.values(cloudApi).filter(({ path }) => !/sign-/.test(path))
  const one = fc.constantFrom(...endpoints)
  await fc.assert(
    fc.asyncProperty(one, anyJson, anyText, anyText, async (endpoint, body, id, cursor) => {
      const known = desk.signedIn.accounts[0]?.id ?? ''
      const accountId = id.length > 10 ? encodeURIComponent(id) : known
      const query = new URLSearchParams({ cursor, after: cursor, limit: cursor }).toString()
      const post = jsonBody(body, desk.token)
      const get = { headers: post.headers ?? {} }
      const path = `${endpoint.path.replace(':accountId', accountId).replace(':recordId', v7())}?${query}`
      const { code } = await ask(endpoint, path, endpoint.method === 'POST' ? post : get)
      expect(declared(endpoint)).toContain(code)
    }),
    { numRuns: 250 },
  )
})

it('answers what it was given with every field a person can type', async () => {
  await fc.assert(
    fc.asyncProperty(typeable, typeable, async (firstName, organization) => {
      const [result] = await desk.send(createOf({ firstName: `x${firstName}`, organization }))
      const state = result?.outcome === 'applied' ? result.change.state : null
      const stored = (await desk.snapshot(before(result?.opId ?? ''))).records[0]
      expect(stored?.state).toEqual(state)
      expect(z.string().parse(state?.organization)).toBe(organization.trim())
    }),
    { numRuns: 50 },
  )
})

/** The id just before, so that the next page begins with the record itself. */
function before(id: string): string {
  const last = Number.parseInt(id.slice(-12), 16) - 1
  return id.slice(0, -12) + last.toString(16).padStart(12, '0')
}
