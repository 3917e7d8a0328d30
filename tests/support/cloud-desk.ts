import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { type ItemResult, type SignedIn, cloudApi, problem } from '../../contracts/cloud-api.ts'
import { type PersonFields, nobody } from '../../core/person.ts'

/** Speaks the contract by plain HTTP and checks every answer against it. */
export async function signInDesk(
  url: string,
  who: { email: string; password: string },
  desk: { id: string; name: string } = { id: randomUUID(), name: 'Test desk' },
) {
  const signedIn = await post(url, '/v1/sign-in', cloudApi.signIn.response, { ...who, desk })
  return deskOf(url, signedIn)
}

export type Desk = ReturnType<typeof deskOf>

function deskOf(url: string, signedIn: SignedIn) {
  const token = signedIn.tokens.accessToken
  const account = `/v1/accounts/${signedIn.accounts[0]?.id ?? randomUUID()}`
  return {
    signedIn,
    account,
    token,
    async send(...items: object[]): Promise<ItemResult[]> {
      const path = `${account}/sync/batch`
      const answer = await post(url, path, cloudApi.batch.response, { items }, token)
      return answer.results
    },
    changes: (cursor?: string, limit = 500) =>
      get(url, `${account}/changes?${query({ cursor, limit })}`, cloudApi.changes.response, token),
    snapshot: (after?: string, limit = 500) =>
      get(url, `${account}/snapshot?${query({ after, limit })}`, cloudApi.snapshot.response, token),
    log: (at: { newerThan?: string; olderThan?: string; limit?: number } = {}) =>
      get(url, `${account}/log?${query(at)}`, cloudApi.log.response, token),
    digest: () => get(url, `${account}/digest`, cloudApi.digest.response, token),
  }
}

/** Any request; the answer as it is. */
export async function request(url: string, path: string, init: RequestInit = {}) {
  const response = await fetch(url + path, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, text }
}

/** A request that must be refused: its problem, checked against the contract. */
export async function refusal(url: string, path: string, init: RequestInit = {}) {
  const { status, headers, text } = await request(url, path, init)
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) throw new Error(`not a problem: ${type}`)
  const parsed = problem.parse(JSON.parse(text))
  if (parsed.status !== status) throw new Error(`a ${parsed.status} came with status ${status}`)
  return { ...parsed, headers }
}

export function jsonBody(body: unknown, token?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(token) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

export const bearer = (token?: string): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/** A create under its own id, as a desk makes it first. */
export function createOf(fields: Partial<PersonFields>, id: string = v7()) {
  return { opId: id, method: 'create', recordId: id, fields: { ...nobody, ...fields } }
}

export function updateOf(recordId: string, ifVersion: number, set: Partial<PersonFields>) {
  return { opId: v7(), method: 'update', recordId, ifVersion, set }
}

export function deleteOf(recordId: string, ifVersion: number) {
  return { opId: v7(), method: 'delete', recordId, ifVersion }
}

/** The change of an applied item; fails the test otherwise. */
export function appliedChange(result: ItemResult | undefined) {
  if (result?.outcome !== 'applied') throw new Error(`not applied: ${JSON.stringify(result)}`)
  return result.change
}

/** Why an item was refused; whatever else was answered as it is, for a test to show. */
export function problemOf(result: ItemResult | undefined) {
  return result?.outcome === 'refused' ? result.problem : result
}

async function post<S extends z.ZodType>(
  url: string,
  path: string,
  schema: S,
  body: unknown,
  token?: string,
) {
  return answered(await request(url, path, jsonBody(body, token)), schema)
}

async function get<S extends z.ZodType>(url: string, path: string, schema: S, token: string) {
  return answered(await request(url, path, { headers: bearer(token) }), schema)
}

function answered<S extends z.ZodType>(answer: { status: number; text: string }, schema: S) {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`)
  return schema.parse(JSON.parse(answer.text))
}

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
}
