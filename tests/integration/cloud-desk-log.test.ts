import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CardStep } from '../../core/card-step.ts'
import {
  type Desk,
  appliedChange,
  createOf,
  deleteOf,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import { freshCard, inWords, loggedBy } from '../support/cloud-log.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const at = '2026-11-20T07:30:00.000Z'
const context = { at, reader: 'ACR122U at the door' }
const stepOf = (recordId: string, step: CardStep) => ({
  opId: v7(),
  method: 'card',
  recordId,
  step,
  context,
})
async function add(firstName: string, cardId: string | null) {
  const [made] = await admin.send(createOf({ firstName, cardId }))
  return appliedChange(made).id
}

describe('the desk log in the cloud', () => {
  it('tells who enrolled, moved and blocked which card of whom, where and when', async () => {
    const [card, other, next] = [freshCard(), freshCard(), freshCard()]
    const bo = await add('Bo', other)
    const create = { ...createOf({ firstName: 'Aino', lastName: 'Salo', cardId: card }), context }
    const { lines } = await loggedBy(admin, async () => {
      await admin.send(create)
      const id = create.recordId
      const move = { method: 'move-card', recordId: bo, fromRecordId: id, surfaceId: '' }
      await admin.send(
        { opId: v7(), ...move, cardId: card, replaces: other, context },
        stepOf(bo, { action: 'block', cardId: card, reason: 'lost' }),
        stepOf(bo, { action: 'replace', cardId: next, surfaceId: '', replaces: null }),
        { ...updateOf(bo, 4, { cardId: other }), context },
        deleteOf(id, 2),
      )
    })
    expect(lines.map(inWords)).toEqual([
      `enrolled Aino Salo ••••${card.slice(-4)}`,
      `moved Bo ••••${card.slice(-4)} ••••${other.slice(-4)}`,
      `blocked Bo ••••${card.slice(-4)}`,
      `enrolled Bo ••••${next.slice(-4)}`,
      `replaced Bo ••••${other.slice(-4)} ••••${next.slice(-4)}`,
    ])
    expect(lines[0]).toMatchObject({ opId: create.opId, nth: 0, at, reader: context.reader })
    expect(lines[0]).toMatchObject({ who: 'Demo Person', desk: 'Test desk', from: null })
    expect(lines[1]).toMatchObject({ from: 'Aino Salo' })
  })

  it('has a line for each card of a person who is deleted, with the name they had', async () => {
    const [card, lent] = [freshCard(), freshCard()]
    const id = await add('Leaver', card)
    const until = '2099-01-01T18:00:00.000Z'
    await admin.send(stepOf(id, { action: 'lend', cardId: lent, surfaceId: '', until }))
    const { lines } = await loggedBy(admin, () => admin.send(deleteOf(id, 2)))
    expect(lines.map(inWords)).toEqual([
      `taken-off Leaver ••••${card.slice(-4)}`,
      `taken-off Leaver ••••${lent.slice(-4)}`,
    ])
    expect(lines.map(({ nth }) => nth)).toEqual([0, 1])
  })

  it('has each line once, however often its operation arrives', async () => {
    const items = Array.from({ length: 3 }, (_, n) =>
      createOf({ firstName: `R${n}`, cardId: freshCard() }),
    )
    const { lines } = await loggedBy(admin, async () => {
      await admin.send(...items)
      await admin.send(...items)
      await Promise.all([admin.send(...items), ...items.map((item) => admin.send(item))])
    })
    expect(lines.map(({ opId }) => opId)).toEqual(items.map(({ opId }) => opId))
  })

  it('tells what was refused, and why; but not what is only asked again', async () => {
    const taken = freshCard()
    const holder = await add('Holder', taken)
    const { lines } = await loggedBy(admin, async () => {
      await admin.send(createOf({ firstName: 'Late', cardId: taken }))
      await admin.send(
        createOf({ firstName: 'Random', cardId: '08123456' }),
        updateOf(holder, 9, { cardId: freshCard() }),
        stepOf(holder, { action: 'unblock', cardId: 'ABCDEF01' }),
      )
    })
    expect(lines.map(inWords)).toEqual([
      `enrolled Late ••••${taken.slice(-4)} card.taken`,
      'enrolled Random ••••3456 card.refused',
      'found Holder ••••EF01 card.step',
    ])
  })

  it('says nothing of operations without a card', async () => {
    const id = await add('Plain', null)
    const { lines } = await loggedBy(admin, () =>
      admin.send(createOf({ firstName: 'None' }), updateOf(id, 1, { organization: 'X' })),
    )
    expect(lines).toEqual([])
  })

  it('takes the time of a desk, but hears of nothing before it is done', async () => {
    const ahead = { at: '2199-01-01T00:00:00Z', reader: null }
    const item = { ...createOf({ firstName: 'Ahead', cardId: freshCard() }), context: ahead }
    const { lines } = await loggedBy(admin, () => admin.send(item))
    expect(Date.parse(lines[0]?.at ?? '')).toBeLessThanOrEqual(Date.now())
  })

  it('writes lines of an older desk too, with the time at which they arrived', async () => {
    const before = new Date().toISOString()
    const { lines } = await loggedBy(admin, () =>
      admin.send(createOf({ firstName: 'Old', cardId: freshCard() })),
    )
    expect(lines[0]).toMatchObject({ reader: null, who: 'Demo Person' })
    expect((lines[0]?.at ?? '') >= before).toBe(true)
  })

  it('is read from either end, page by page, without a gap', async () => {
    const made = Array.from({ length: 7 }, () => createOf({ firstName: 'P', cardId: freshCard() }))
    const { newest } = await admin.log()
    await admin.send(...made)
    const ids = made.map(({ opId }) => opId)
    const forward: string[] = []
    for (let next = newest, more = true; more;) {
      const page = await admin.log({ newerThan: next, limit: 3 })
      forward.push(...page.lines.map(({ opId }) => opId))
      next = page.next
      more = page.hasMore
    }
    expect(forward).toEqual(ids)
    const first = await admin.log({ limit: 3 })
    const older = await admin.log({ olderThan: first.next, limit: 4 })
    expect([...first.lines, ...older.lines].map(({ opId }) => opId)).toEqual(ids.toReversed())
    const { log } = await admin.changes()
    expect(log).toBe(first.newest)
    expect((await admin.log({ newerThan: log ?? '' })).lines).toEqual([])
  })

  it('never holds a whole number, and lets nobody change or remove a line', async () => {
    const card = freshCard()
    await add('Kept', card)
    await withDatabase(cloud.dataDir, async (db) => {
      const rows = await db.selectFrom('desk_log').selectAll().execute()
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(card)
      for (const row of rows) expect(row.card).toMatch(/^••••[0-9A-F]{4}$/)
      await expect(db.deleteFrom('desk_log').execute()).rejects.toThrow('only added to')
      const change = db.updateTable('desk_log').set({ who: 'Somebody else' })
      await expect(change.execute()).rejects.toThrow('only added to')
      const [row] = rows
      if (row === undefined) throw new Error('no line')
      const whole = db.insertInto('desk_log').values({ ...row, op_id: v7(), seq: 9999, card })
      await expect(whole.execute()).rejects.toThrow(/check/i)
    })
  })
})
