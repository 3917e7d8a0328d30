import { randomUUID } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditFilter } from '../../core/audit/audit-entry.ts'
import { type AuditEntry, audit } from '../../cloud/audit/audit.ts'
import { auditBefore } from '../../cloud/store/audit-pages.ts'
import type { CloudDatabase } from '../../cloud/store/open-database.ts'
import { hasRowLocks } from '../../cloud/store/row-locks.ts'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { type Desk, bearer, refusal, request, signInDesk } from '../support/cloud-desk.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk
let accountId: string

const days = ['2026-01-05', '2026-01-06', '2026-01-07']
const people = ['Aino', 'Bo'].map((name) => ({ id: randomUUID(), name }))
const desks = ['Lobby', 'Gate'].map((name) => ({ id: randomUUID(), name }))
const [aino, bo] = people
const [lobby, gate] = desks

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  accountId = admin.signedIn.accounts[0]?.id ?? ''
  // Thirty entries a day, of each of two people at each of two desks.
  await withDatabase(cloud.dataDir, async (db) => {
    await addHistory(db)
    for (const day of days) await audit(db, accountId, ofOneDay(), `${day}T08:00:00.000Z`)
  })
})
afterAll(() => cloud.stop())

function ofOneDay(): AuditEntry[] {
  return Array.from({ length: 30 }, (_none, nth) => ({
    what: nth % 3 === 0 ? 'changed' : 'created',
    who: people[nth % 2] ?? null,
    desk: desks[Math.floor(nth / 2) % 2] ?? null,
    about: { id: `person-${nth}`, name: `Person ${nth}` },
  }))
}

async function read(query: Partial<Record<keyof AuditFilter | 'olderThan' | 'limit', string>>) {
  const path = `${admin.account}/audit?${new URLSearchParams(query).toString()}`
  const answer = await request(cloud.url, path, { headers: bearer(admin.token) })
  expect(answer.status).toBe(200)
  return cloudApi.audit.response.parse(JSON.parse(answer.text))
}

/** All entries of the days above, page by page. */
async function readAll(query: Parameters<typeof read>[0]) {
  const range = { from: '2026-01-05T00:00:00Z', until: '2026-01-08T00:00:00Z', ...query }
  const first = await read({ ...range, limit: '7' })
  const entries = [...first.entries]
  for (let { next } = first; next !== null;) {
    const page = await read({ ...range, limit: '7', olderThan: next })
    entries.push(...page.entries)
    next = page.next
  }
  return entries
}

/** A busy year before them, so that the databases weigh their indexes as they would. */
async function addHistory(db: CloudDatabase) {
  const staff = Array.from({ length: 50 }, () => ({ id: randomUUID(), name: 'Staff' }))
  for (let day = 0; day < 200; day += 1) {
    const entries = Array.from({ length: 100 }, (_none, nth): AuditEntry => ({
      what: nth === 0 ? 'erased' : 'created',
      who: staff[(day + nth) % 50] ?? null,
      desk: desks[nth % 2] ?? null,
      about: { id: randomUUID(), name: 'Somebody' },
    }))
    await audit(db, accountId, entries, new Date(Date.UTC(2025, 0, 1 + day)).toISOString())
  }
  await sql`analyze audit`.execute(db)
}

describe('the pages of the audit', { timeout: 60_000 }, () => {
  it('hold every entry once, the newest first, with the names of then', async () => {
    const entries = await readAll({})
    expect(entries).toHaveLength(90)
    const seqs = entries.map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => b - a))
    expect(entries.at(-1)).toMatchObject({
      what: 'changed',
      who: aino,
      desk: lobby,
      about: { id: 'person-0', name: 'Person 0' },
    })
  })

  it('hold what the filters let through, alone and together', async () => {
    const count = async (query: Parameters<typeof read>[0]) => (await readAll(query)).length
    expect(await count({ who: bo?.id ?? '' })).toBe(45)
    expect(await count({ desk: gate?.id ?? '' })).toBe(42)
    expect(await count({ about: 'person-4' })).toBe(3)
    expect(await count({ what: 'changed' })).toBe(30)
    expect(await count({ from: '2026-01-06T00:00:00Z', until: '2026-01-07T00:00:00Z' })).toBe(30)
    const both = { who: aino?.id ?? '', desk: lobby?.id ?? '', what: 'changed' }
    const found = await readAll(both)
    expect(found).toHaveLength(9)
    expect(found.every(({ who, desk }) => who?.id === both.who && desk?.id === both.desk)).toBe(
      true,
    )
  })

  it('name who signs in to the account, and the desks where somebody is signed in', async () => {
    const { people: names, desks: where } = await read({})
    expect(names).toContainEqual({ id: admin.signedIn.person.id, name: 'Demo Person' })
    expect(where).toContainEqual({ id: expect.any(String), name: 'Test desk' })
  })

  it('are for Account Admins; a page of another audit is none of this one', async () => {
    const path = `${admin.account}/audit`
    for (const role of ['regional-admin', 'installer'] as const) {
      const person = await addPerson(cloud.dataDir, accountId, role)
      const desk = await signInDesk(cloud.url, person)
      const refused = await refusal(cloud.url, path, { headers: bearer(desk.token) })
      expect(refused).toMatchObject({ status: 403, code: 'forbidden' })
    }
    const headers = bearer(admin.token)
    const foreign = await refusal(cloud.url, `${path}?olderThan=bm8`, { headers })
    expect(foreign).toMatchObject({ status: 410, code: 'cursor.expired' })
    const unknown = `/v1/accounts/${randomUUID()}/audit`
    expect((await refusal(cloud.url, unknown, { headers })).status).toBe(404)
  })

  it.each([
    [{}, 'audit_at'],
    [{ who: 'x' }, 'audit_who_id_at'],
    [{ about: 'x' }, 'audit_about_id_at'],
    [{ desk: 'x' }, 'audit_desk_id_at'],
    [{ what: 'erased' }, 'audit_what_at'],
    [{ from: days[0] ?? null, until: days[1] ?? null }, 'audit_at'],
  ] as const)('are read by an index and never sorted: %j', async (filter, index) => {
    const plan = await withDatabase(cloud.dataDir, (db) => planOf(db, filter))
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/temp b-tree|sort|scan on audit|scan audit\b(?! using)/i)
  })
})

/** How the database goes about a page from the middle of an audit. */
async function planOf(db: CloudDatabase, filter: Partial<AuditFilter>): Promise<string> {
  const before = { at: '2026-01-06T08:00:00.000Z', seq: 40 }
  const { sql: text, parameters } = auditBefore(db, accountId, {
    filter,
    before,
    limit: 51,
  }).compile()
  const explained = (how: string) => CompiledQuery.raw(`${how} ${text}`, [...parameters])
  if (!hasRowLocks(db)) return inLines(await db.executeQuery(explained('explain query plan')))
  return inLines(await db.executeQuery(explained('explain')))
}

const inLines = ({ rows }: { readonly rows: unknown }) => JSON.stringify(rows)
