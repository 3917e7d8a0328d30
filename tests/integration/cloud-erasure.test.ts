import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personExport } from '../../cloud/person/person-export.ts'
import { cloudApi } from '../../contracts/cloud-api.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  problemOf,
  request,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { copyLink, register, shownAs } from '../support/cloud-invitations.ts'
import { freshCard, inWords, loggedBy } from '../support/cloud-log.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk
let { typed, refused } = operatorAt('')

beforeAll(async () => {
  cloud = await startCloud()
  ;({ typed, refused } = operatorAt(cloud.dataDir))
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

/** Where in the database one of these is: a table with the row, or a file of it. */
async function traces(needles: readonly string[]): Promise<string[]> {
  const rows = await withDatabase(cloud.dataDir, async (db) => {
    const tables = await db.introspection.getTables()
    const found: string[] = []
    for (const { name } of tables) {
      const all = await sql`select * from ${sql.table(name)}`.execute(db)
      for (const row of all.rows) {
        const text = JSON.stringify(row)
        if (needles.some((needle) => text.includes(needle))) found.push(`${name} ${text}`)
      }
    }
    return found
  })
  const files = readdirSync(cloud.dataDir).filter((name) => name.startsWith('cloud.sqlite'))
  const inFiles = files.filter((name) => {
    // Another process: closing the file in this one would take the running cloud's locks away.
    const bytes = execFileSync('cat', [path.join(cloud.dataDir, name)], { maxBuffer: 2 ** 28 })
    return needles.some((needle) => bytes.includes(needle))
  })
  return [...rows, ...inFiles]
}

/** Somebody who was invited, given a card, changed, refused, looked up by others, and who registered. */
async function knownPerson(nth: number) {
  const [card, second] = [freshCard(), freshCard()]
  const fields = {
    firstName: `Xanthippe${nth}`,
    lastName: `Quillfeather${nth}`,
    email: `xq${nth}@quill.example`,
    additionalInformation: `Zugschlag${nth}`,
  }
  const create = createOf({ ...fields, cardId: card })
  const id = create.recordId
  const other = createOf({ firstName: 'Other' })
  const [, , taken] = await admin.send(create, other, createOf({ firstName: 'T', cardId: card }))
  expect(problemOf(taken)).toMatchObject({ code: 'card.taken' })
  const { url } = await copyLink(cloud.url, admin, id)
  await shownAs(admin, id, ({ mail }) => mail?.state === 'sent')
  expect(
    (await register(url, { firstName: fields.firstName, lastName: fields.lastName })).status,
  ).toBe(200)
  const [stale] = await admin.send(updateOf(id, 1, { lastName: 'Nobody' }))
  expect(problemOf(stale)).toMatchObject({ code: 'stale' })
  const replaces = null
  const move = { fromRecordId: id, cardId: card, surfaceId: '', replaces }
  await admin.send({ opId: v7(), method: 'move-card', recordId: other.recordId, ...move })
  const step = { action: 'replace', cardId: second, surfaceId: '', replaces: null }
  const [replaced] = await admin.send({ opId: v7(), method: 'card', recordId: id, step })
  appliedChange(replaced)
  const needles = [fields.firstName, fields.lastName, fields.email, fields.additionalInformation]
  return { id, email: fields.email, needles: [...needles, second], other: other.recordId }
}

describe('the erasure of a person', { timeout: 120_000 }, () => {
  it('leaves no byte of name, email or card number in the database, and every log in place', async () => {
    const { id, email, needles } = await knownPerson(1)
    expect(await traces(needles)).not.toEqual([])
    const before = await admin.log({})
    const { log, changes } = await toldAfter(async () => {
      expect(await typed('person', 'erase', '--email', email)).toEqual([
        { accounts: 1, records: 1, login: true, cleaned: true },
      ])
    })
    expect(await traces(needles)).toEqual([])

    const [verified] = await typed('audit', 'verify')
    expect(verified).toMatchObject({ whole: true })
    expect(verified?.['erased']).toBeGreaterThan(4)
    expect(log.lines).toEqual([])
    expect(changes.find((change) => change.id === id)).toMatchObject({ deleted: true, state: null })
    const after = await admin.log({})
    expect(after.lines.map(({ opId }) => opId)).toEqual(before.lines.map(({ opId }) => opId))
    expect(after.lines.map(inWords).join()).toContain('moved Other')
  })

  it('is told to every desk of the account, by ids alone', async () => {
    const { id, email } = await knownPerson(2)
    const known = (await admin.changes()).erased ?? 0
    await typed('person', 'erase', '--email', email)
    const { erased = 0 } = await admin.changes()
    expect(erased).toBeGreaterThan(known)
    const answer = await request(cloud.url, `${admin.account}/erasures?after=${known}`, {
      headers: bearer(admin.token),
    })
    const { erasures, hasMore } = cloudApi.erasures.response.parse(JSON.parse(answer.text))
    expect(hasMore).toBe(false)
    expect(erasures.map((each) => each.id)).toContain(id)
    expect(erasures.at(-1)?.seq).toBe(erased)
  })

  it('finds by id whom a desk has deleted long ago', async () => {
    const card = freshCard()
    const [made] = await admin.send(createOf({ firstName: 'Ephraim', cardId: card }))
    const { id } = appliedChange(made)
    await admin.send(deleteOf(id, 1))
    expect(await traces(['Ephraim'])).not.toEqual([])
    await typed('person', 'erase', '--id', id)
    expect(await traces(['Ephraim', card])).toEqual([])
  })

  it('ends the sign-in of staff and takes their name from all they did, but not their deeds', async () => {
    const staff = await addPerson(
      cloud.dataDir,
      admin.signedIn.accounts[0]?.id ?? '',
      'account-admin',
    )
    await withDatabase(cloud.dataDir, (db) =>
      db.updateTable('person').set({ name: 'Theophrastus' }).where('id', '=', staff.id).execute(),
    )
    const desk = await signInDesk(cloud.url, staff)
    const [made] = await desk.send(createOf({ firstName: 'Made', cardId: freshCard() }))
    await typed('person', 'erase', '--email', staff.email)
    expect(await traces(['Theophrastus', staff.email])).toEqual([])
    const late = await request(cloud.url, `${desk.account}/changes`, {
      headers: bearer(desk.token),
    })
    expect(late.status).toBe(401)
    const { changes } = await admin.changes()
    expect(changes.find(({ id }) => id === appliedChange(made).id)?.deleted).toBe(false)
    expect(await typed('audit', 'verify')).toMatchObject([{ whole: true }])
  })

  it('is refused for nobody, and for the last Account Admin', async () => {
    expect(await refused('person', 'erase', '--email', 'nobody@quill.example')).toContain('Nothing')
    const demo = cloud.demo?.email ?? ''
    expect(await refused('person', 'erase', '--email', demo)).toContain('last Account Admin')
  })
})

describe('the export of a person', { timeout: 60_000 }, () => {
  it('has all that is kept about them, in the shape that is documented', async () => {
    const { id, email, needles } = await knownPerson(3)
    const [line] = await typed('person', 'export', '--email', email)
    const document = personExport.parse(line)
    for (const needle of needles) expect(JSON.stringify(document)).toContain(needle)
    const [record] = document.records
    expect(record).toMatchObject({ id, state: { email, kind: 'user' } })
    expect(record?.operations.map(({ outcome }) => outcome)).toContain('refused')
    expect(document.login).toMatchObject({ email, memberships: [{ role: 'user' }] })
    expect(document.deskLog.map((each) => each.line.what)).toContain('enrolled')
    const whats = document.audit.map(({ entry }) => entry.what)
    expect(whats).toEqual(expect.arrayContaining(['created', 'registered', 'card-given-up']))
    // Asked for once more, it tells that it was asked for.
    const [again] = await typed('person', 'export', '--id', id)
    expect(JSON.stringify(again)).toContain('"exported"')
  })
})

async function toldAfter(work: () => Promise<void>) {
  const { next } = await admin.changes()
  const log = await loggedBy(admin, work)
  const { changes } = await admin.changes(next)
  return { log, changes }
}
