import * as fc from 'fast-check'
import { type Endpoint, apiVersion, cloudApi } from '../../../contracts/cloud-api.ts'
import { operation } from '../../../core/operation.ts'
import { type Role, role } from '../../../core/role.ts'
import { type Spoil, hostileValue, spoilBytes, spoilt } from './hostile.ts'
import { type Facts, valid } from './valid.ts'

/**
 * As whom a call is made: somebody with a role, or with no sign-in at all. `leaving` is a sign-in that a call
 * may end, `left` one that has ended.
 */
export type Caller = Role | 'leaving' | 'left' | 'nobody' | 'stranger' | 'garbled'

export type Call = {
  /** Of the endpoint. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly caller: Caller
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | null
}

export const endpoints: ReadonlyMap<string, Endpoint> = new Map(Object.entries<Endpoint>(cloudApi))

/** Accounts that a call may name: the callers', and one that is none of theirs. */
type Accounts = { readonly own: string; readonly foreign: string }

/** Any call of any endpoint: as it should be, nearly so, and hostile. */
export function anyCall(facts: Facts, accounts: Accounts): fc.Arbitrary<Call> {
  const weighted = [...endpoints].map(([name, endpoint]) => ({
    weight: name === 'batch' ? 8 : /^signIn$|Password$/.test(name) ? 1 : 2,
    arbitrary: callOf(name, endpoint, facts, accounts),
  }))
  return fc.oneof(...weighted)
}

function callOf(name: string, endpoint: Endpoint, facts: Facts, accounts: Accounts) {
  return fc.record<Call>({
    name: fc.constant(name),
    method: mostly(endpoint.method, fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS')),
    path: pathOf(endpoint, facts, accounts),
    caller: caller(name),
    headers: headersOf(endpoint.body !== undefined),
    body: bodyOf(name, endpoint, facts),
  })
}

function caller(name: string): fc.Arbitrary<Caller> {
  const known: fc.Arbitrary<Caller> =
    name === 'signOut'
      ? fc.constant('leaving')
      : fc.oneof(
          { weight: 3, arbitrary: fc.constant('account-admin') },
          { weight: 2, arbitrary: fc.constantFrom(...role.options) },
        )
  const strange = fc.constantFrom<Caller[]>('nobody', 'stranger', 'garbled', 'left')
  return fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: strange })
}

function pathOf(
  endpoint: Endpoint,
  facts: Facts,
  { own, foreign }: Accounts,
): fc.Arbitrary<string> {
  const odd = fc.oneof(fc.constantFrom(...facts.strings), fc.string({ unit: 'binary' }))
  const encoded = odd.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '?')) || '-')
  const account = mostly(own, fc.oneof(fc.constant(foreign), encoded))
  const anyRecord = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...facts.ids) }, encoded)
  const names = Object.keys(endpoint.query?.shape ?? {})
  const value = fc.oneof(odd, fc.constantFrom('1', '0', '-1', '500', '1e3', 'NaN', 'x'.repeat(300)))
  const pairs = fc.array(fc.tuple(mostlyOne([...names, 'x']), value), { maxLength: 3 })
  return fc.tuple(account, anyRecord, pairs).map(([id, record, query]) => {
    const path = endpoint.path.replace(':accountId', id).replace(':recordId', record)
    const search = new URLSearchParams(query.map(([key, text]) => [key, text])).toString()
    return search === '' ? path : `${path}?${search}`
  })
}

function headersOf(withBody: boolean): fc.Arbitrary<Readonly<Record<string, string>>> {
  const types = ['text/plain', 'application/xml', 'application/json; charset=utf-16', '?', '']
  return fc
    .record({
      'content-type': mostly(withBody ? 'application/json' : '', fc.constantFrom(...types)),
      'content-encoding': mostly('', fc.constantFrom('gzip', 'identity', 'br')),
      'tapdesk-api': mostly(String(apiVersion), fc.constantFrom('', '0', '2', 'x', '1, 1')),
      accept: mostly('', fc.constantFrom('text/html', '*/*;q=0')),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')))
}

function bodyOf(name: string, endpoint: Endpoint, facts: Facts) {
  if (endpoint.body === undefined) return mostly(null, fc.constantFrom('{}', '{', 'x'))
  const good =
    name === 'batch'
      ? fc
          .array(valid(operation, facts), { minLength: 1, maxLength: 6 })
          .map((items) => ({ items }))
      : valid(endpoint.body, facts)
  const how = fc.constantFrom<Spoil[]>('replace', 'remove', 'add')
  const text = (value: unknown) => JSON.stringify(value) ?? ''
  return fc.oneof(
    { weight: 3, arbitrary: good.map(text) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(good, fc.nat(), how, hostileValue)
        .map(([value, at, way, by]) => text(spoilt(value, at, way, by))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(good, spoilBytes).map(([value, spoil]) => spoil(text(value))),
    },
  )
}

function mostly<T>(usual: T, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: otherwise },
  )
}

const mostlyOne = (names: readonly string[]) => fc.constantFrom(...names)
