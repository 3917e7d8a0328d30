import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { problemStatus } from '../../../contracts/cloud-api.ts'
import type { Role } from '../../../core/role.ts'
import { createOf, deleteOf } from '../../support/cloud-desk.ts'
import { type Standing, judgePolicy } from './policy.ts'

const account = randomUUID()
const personId = randomUUID()
const regionId = randomUUID()
const as = (role: Role): Standing => ({ personId, role, regionId })
const answer = (status: number, body: unknown) => ({
  status,
  type: '',
  retryAfter: null,
  text: JSON.stringify(body),
})
const problemOf = (code: keyof typeof problemStatus) => {
  const status = problemStatus[code]
  return answer(status, { code, title: code, status })
}

function judged(name: string, who: Standing, got: ReturnType<typeof answer>, at = account) {
  const path = `/v1/accounts/${at}/${name}?limit=1`
  return () => judgePolicy({ name, path, body: null }, who, account, got)
}

function batch(role: Role, item: { readonly opId: string; readonly recordId: string }, state = {}) {
  const times = { inviteSentAt: null, createdAt: '2026-01-01T00:00:00.000Z', createdBy: personId }
  const whole = { ...createOf({}).fields, kind: 'user', groups: [], ...times, ...state }
  const change = { id: item.recordId, version: 1, deleted: false, state: whole, opId: item.opId }
  const results = [{ opId: item.opId, outcome: 'applied', replayed: false, change }]
  const body = JSON.stringify({ items: [item] })
  const path = `/v1/accounts/${account}/sync/batch`
  const asked = { name: 'batch', path, body }
  return () => judgePolicy(asked, as(role), account, answer(200, { results }))
}

describe('the policy of the fuzzer', () => {
  it('notices an answer to somebody who is not signed in, of another account, or without the power', () => {
    const shown = answer(200, {})
    expect(judged('audit', null, shown)).toThrow('token.invalid was due')
    expect(judged('audit', as('regional-admin'), shown)).toThrow('forbidden was due')
    expect(judged('changes', as('user'), shown)).toThrow('forbidden was due')
    expect(judged('audit', as('account-admin'), shown, randomUUID())).toThrow('not-found was due')
    expect(judged('audit', as('account-admin'), shown)).not.toThrow()
    expect(judged('health', null, shown)).not.toThrow()
  })

  it('notices work of somebody who is limited to a region and has none', () => {
    const lost = { personId, role: 'regional-admin', regionId: null } as const
    const results = answer(200, { results: [] })
    expect(judged('batch', lost, results)).toThrow('region.missing was due')
    expect(judged('changes', lost, answer(200, {}))).not.toThrow()
  })

  it('notices a refusal that tells more than it should', () => {
    expect(judged('log', as('installer'), problemOf('cursor.expired'))).toThrow('forbidden')
    expect(judged('link', null, problemOf('not-found'))).toThrow('token.invalid')
    expect(judged('log', as('installer'), problemOf('schema'))).not.toThrow()
    expect(judged('log', as('installer'), problemOf('forbidden'))).not.toThrow()
  })

  it('notices an operation beyond the power of a role, and somebody whom it does not see', () => {
    const card = { firstName: 'A', cardId: '04112233445566' }
    const made = createOf(card)
    expect(batch('installer', made)).not.toThrow()
    expect(batch('installer', made, { createdBy: randomUUID() })).toThrow('do not see')
    expect(batch('installer', createOf({ firstName: 'A' }))).toThrow('applied for the role')
    expect(batch('installer', createOf({ ...card, email: 'a@b.example' }))).toThrow('applied for')
    expect(batch('installer', deleteOf(v7(), 1))).toThrow('applied for the role installer')
    const own = createOf({ firstName: 'A', regionId })
    expect(batch('regional-admin', own, { regionId })).not.toThrow()
    expect(batch('regional-admin', own)).toThrow('do not see')
    const other = createOf({ firstName: 'A', regionId: randomUUID() })
    expect(batch('regional-admin', other, { regionId })).toThrow('applied for the role')
    const boss = createOf({ firstName: 'A', role: 'account-admin' })
    expect(batch('regional-admin', boss)).toThrow('applied for the role regional-admin')
    expect(batch('account-admin', boss)).not.toThrow()
  })

  it('notices records of others in what an installer or a regional admin is shown', () => {
    const shown = answer(200, {
      records: [{ state: { createdBy: randomUUID() } }, { state: null }],
    })
    expect(judged('snapshot', as('installer'), shown)).toThrow('do not see')
    expect(judged('snapshot', as('regional-admin'), shown)).toThrow('do not see')
    expect(judged('snapshot', as('account-admin'), shown)).not.toThrow()
  })
})
