import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorNames, unseal } from '../../cloud/audit/seal.ts'
import { auditHead, chainAfter } from '../../cloud/store/audit.ts'
import {
  type Desk,
  bearer,
  createOf,
  deleteOf,
  jsonBody,
  refusal,
  request,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { copyLink } from '../support/cloud-invitations.ts'
import { freshCard } from '../support/cloud-log.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { runCloudCommand } from '../support/cloud-process.ts'
import { withoutGuards } from '../support/cloud-audit.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, newDesk, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk
let accountId: string

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  accountId = admin.signedIn.accounts[0]?.id ?? ''
})
afterAll(() => cloud.stop())

/** What the audit was told by some work, in words. */
async function toldBy(work: () => Promise<unknown>): Promise<string[]> {
  const { dataDir } = cloud
  const { seq: after } = await withDatabase(dataDir, (db) => auditHead(db, accountId))
  await work()
  const rows = await withDatabase(dataDir, (db) => chainAfter(db, accountId, { after, limit: 500 }))
  return rows.map(({ what, who, about, fields, card }) =>
    [what, actorOf(who), about && unseal(about), fields, card].filter(Boolean).join(' | '),
  )
}

function actorOf(sealed: string | null): string {
  if (sealed === null) return 'operator'
  const { person, desk } = actorNames(sealed)
  return desk === '' ? person : `${person} at ${desk}`
}

const demo = 'Demo Person at Test desk'

describe('the audit', { timeout: 60_000 }, () => {
  it('tells each accepted operation: by whom, where, about whom, which fields, the card masked', async () => {
    const [card, other] = [freshCard(), freshCard()]
    const create = createOf({ firstName: 'Aino', lastName: 'Salo', email: 'aino@example.com' })
    const giver = createOf({ firstName: 'Bo', cardId: other })
    const id = create.recordId
    const move = { fromRecordId: giver.recordId, cardId: other, surfaceId: '', replaces: card }
    const told = await toldBy(async () => {
      await admin.send(create, giver)
      await admin.send(updateOf(id, 1, { cardId: card, firstName: 'Aino', organization: 'Oy' }))
      await admin.send(
        { opId: v7(), method: 'resend', recordId: id, email: null },
        { opId: v7(), method: 'move-card', recordId: id, ...move },
        {
          opId: v7(),
          method: 'card',
          recordId: id,
          step: { action: 'block', cardId: other, reason: 'lost' },
        },
      )
      await copyLink(cloud.url, admin, id)
      await admin.send(deleteOf(id, 99), deleteOf(giver.recordId, 2))
    })
    const mask = (uid: string) => `••••${uid.slice(-4)}`
    expect(told).toEqual([
      `created | ${demo} | Aino Salo`,
      `created | ${demo} | Bo | ${mask(other)}`,
      `changed | ${demo} | Aino Salo | organization cardId | ${mask(card)}`,
      `resent | ${demo} | Aino Salo`,
      `card-moved | ${demo} | Aino Salo | ${mask(other)}`,
      `card-given-up | ${demo} | Bo | ${mask(other)}`,
      `card-blocked | ${demo} | Aino Salo | ${mask(other)}`,
      `link-copied | ${demo} | Aino Salo`,
      `deleted | ${demo} | Bo`,
    ])
  })

  it('has one entry for an operation that arrives twice, and none for one that is refused', async () => {
    const create = createOf({ firstName: 'Once' })
    const told = await toldBy(async () => {
      await admin.send(create)
      await admin.send(create, createOf({}))
    })
    expect(told).toEqual([`created | ${demo} | Once`])
  })

  it('tells sign-ins, wrong passwords of people who are known, and sign-outs', async () => {
    const { email, password } = await addPerson(cloud.dataDir, accountId, 'installer')
    const told = await toldBy(async () => {
      for (const who of [email, 'nobody@example.com']) {
        const body = { email: who, password: 'wrong', desk: newDesk() }
        await refusal(cloud.url, '/v1/sign-in', jsonBody(body))
      }
      const desk = await signInDesk(cloud.url, { email, password })
      await request(cloud.url, '/v1/sign-out', { method: 'POST', headers: bearer(desk.token) })
    })
    expect(told).toEqual(
      ['sign-in-failed', 'signed-in', 'signed-out'].map(
        (what) => `${what} | installer at Test desk`,
      ),
    )
  })

  it("tells the operator's commands", async () => {
    const { typed } = operatorAt(cloud.dataDir)
    const email = ['--email', 'ops@example.com']
    const told = await toldBy(async () => {
      await typed('account', 'set', '--invitation-days', '10')
      await typed('directory', 'add', 'group', '--name', 'Guests')
      await typed('member', 'add', ...email, '--role', 'installer')
      await typed('member', 'set', ...email, '--role', 'account-admin')
      await typed('member', 'password', ...email)
      await typed('member', 'sign-out', ...email)
      await typed('member', 'remove', ...email)
    })
    expect(told).toEqual([
      'account-set | operator | invitation_days',
      'directory-changed | operator | Guests | add group',
      'member-added | operator | ops@example.com | installer',
      'member-set | operator | ops@example.com | role',
      'password-reset | operator | ops@example.com',
      'desk-revoked | operator | ops@example.com',
      'member-removed | operator | ops@example.com',
    ])
  })

  it('is only added to: the database refuses everything but that a name goes', async () => {
    await withDatabase(cloud.dataDir, async (db) => {
      const rows = db.updateTable('audit').where('seq', '=', 1)
      const refused = /the audit is only added to/
      await expect(rows.set({ what: 'other' }).execute()).rejects.toThrow(refused)
      await expect(rows.set({ who: 'Somebody else' }).execute()).rejects.toThrow(refused)
      await expect(rows.set({ who: null, at: '2020' }).execute()).rejects.toThrow(refused)
      await expect(db.deleteFrom('audit').execute()).rejects.toThrow(refused)
      const same = await db.transaction().execute(async (transaction) => {
        const gone = transaction.updateTable('audit').where('seq', '=', 1)
        return gone.set({ who: null, about: null }).executeTakeFirst()
      })
      expect(same.numUpdatedRows).toBe(1n)
    })
  })
})

describe('the verification of the audit', { timeout: 60_000 }, () => {
  it('goes through whole chains, also with erased names, and tells their ends', async () => {
    const { typed, refused } = operatorAt(cloud.dataDir)
    const [line] = await typed('audit', 'verify')
    const { seq, hash } = await withDatabase(cloud.dataDir, (db) => auditHead(db, accountId))
    expect(line).toMatchObject({ account: accountId, whole: true, entries: seq, erased: 1 })
    expect(line?.['end']).toBe(`${seq}:${hash}`)

    await admin.send(createOf({ firstName: 'Later' }))
    const [later] = await typed('audit', 'verify', '--expect', `${seq}:${hash}`)
    expect(later).toMatchObject({ whole: true, entries: seq + 1 })
    expect(await refused('audit', 'verify', '--account', 'Nobody')).toContain('"Nobody"')
  })

  it('names the first entry that is not what it was, and ends with 1', async () => {
    await withDatabase(cloud.dataDir, async (db) => {
      await withoutGuards(db)
      await db.updateTable('audit').set({ what: 'other' }).where('seq', '=', 3).execute()
    })
    const ended = await runCloudCommand(['audit', 'verify', '--data', cloud.dataDir])
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.stdout)).toMatchObject({ whole: false, fault: 'changed', entry: 3 })
    expect(ended.stderr).toContain('The audit is not whole')
  })
})
