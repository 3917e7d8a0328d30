import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  refusal,
  updateOf,
} from '../support/cloud-desk.ts'
import { pull } from '../support/pull.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const desk = await cloud.signIn()

describe('the change feed', () => {
  it('starts with everything and then tells each change once', async () => {
    const start = await pull(desk, undefined, 3)
    const ids = start.changes.map((change) => change.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await desk.digest()).count).toBe(start.changes.filter(({ deleted }) => !deleted).length)
    const [made] = await desk.send(createOf({ firstName: 'New' }))
    const { id } = appliedChange(made)
    const [updated] = await desk.send(updateOf(id, 1, { lastName: 'Er' }))
    const next = await pull(desk, start.cursor)
    expect(next.changes).toEqual([appliedChange(updated)])
    expect(await pull(desk, next.cursor)).toEqual({ changes: [], cursor: next.cursor })
  })

  it('tells of a deletion to a desk that has the record', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Short' }))
    const { cursor } = await pull(desk)
    const [erased] = await desk.send(deleteOf(appliedChange(made).id, 1))
    expect((await pull(desk, cursor)).changes).toEqual([appliedChange(erased)])
  })

  it('never skips a change while several desks write', async () => {
    const { cursor } = await pull(desk)
    const seen = new Set<string>()
    let reached = cursor
    const writers = { busy: true }
    const reader = (async () => {
      do {
        const page = await desk.changes(reached, 7)
        for (const { id } of page.changes) seen.add(id)
        reached = page.next
        if (page.hasMore) continue
      } while (writers.busy)
      for (const { id } of (await pull(desk, reached)).changes) seen.add(id)
    })()
    const made: string[] = []
    const writer = async (name: string) => {
      for (let nth = 0; nth < 20; nth++) {
        const items = Array.from({ length: 1 + (nth % 4) }, () => createOf({ firstName: name }))
        for (const result of await desk.send(...items)) made.push(appliedChange(result).id)
      }
    }
    await Promise.all(['a', 'b', 'c', 'd'].map(writer))
    writers.busy = false
    await reader
    expect(made.filter((id) => !seen.has(id))).toEqual([])
    expect(made).toHaveLength(4 * 50)
  })

  it('holds in a whole pull what is changed meanwhile', async () => {
    const [made] = await desk.send(createOf({ firstName: 'Restless' }))
    const { id } = appliedChange(made)
    const writing = { busy: true }
    const writer = async () => {
      for (let version = 1; version <= 25; version++) {
        appliedChange((await desk.send(updateOf(id, version, { lastName: `${version}` })))[0])
      }
      writing.busy = false
    }
    const reader = async () => {
      while (writing.busy) {
        const { changes } = await pull(desk)
        expect(changes.map((change) => change.id)).toContain(id)
      }
    }
    await Promise.all([writer(), reader(), reader()])
  })

  it('gives a card to one holder when two batches want it at the same moment', async () => {
    const wanting = ['x', 'y', 'z'].map((firstName) => createOf({ firstName, cardId: 'BB000001' }))
    const results = (await Promise.all(wanting.map((item) => desk.send(item)))).flat()
    const outcomes = results.map((result) => result.outcome).toSorted()
    expect(outcomes).toEqual(['applied', 'refused', 'refused'])
  })

  it('refuses a cursor of another account, of another view and a made-up one', async () => {
    const { cursor } = await pull(desk)
    const installer = await cloud.member('installer')
    for (const [who, text] of [
      [installer, cursor],
      [desk, 'made-up'],
      [desk, (await pull(installer)).cursor],
    ] as const) {
      const path = `${who.account}/changes?cursor=${text}`
      const { code } = await refusal(cloud.url, path, { headers: bearer(who.token) })
      expect(code).toBe('cursor.expired')
    }
  })
})

describe('a snapshot', () => {
  it('holds every living record, and its first cursor continues where it began', async () => {
    const first = await desk.snapshot(undefined, 5)
    const [late] = await desk.send(createOf({ firstName: 'During' }))
    const records = [...first.records]
    for (let page = first; page.hasMore;) {
      page = await desk.snapshot(page.records.at(-1)?.id, 100)
      records.push(...page.records)
    }
    const later = await pull(desk, first.cursor)
    expect(later.changes).toEqual([appliedChange(late)])
    const ids = new Set([...records, ...later.changes].map((record) => record.id))
    const living = (await pull(desk)).changes.filter((change) => !change.deleted)
    expect(ids).toEqual(new Set(living.map((change) => change.id)))
    expect(records.some((record) => record.deleted)).toBe(false)
  })

  it('agrees with the digest at the same cursor', async () => {
    const { cursor, changes } = await pull(desk)
    const digest = await desk.digest()
    const living = changes.filter((change) => !change.deleted)
    expect(digest.cursor).toBe(cursor)
    expect(digest.count).toBe(living.length)
    const buckets = Array.from('0123456789abcdef', (last) => {
      const own = living.filter((change) => change.id.endsWith(last))
      const lines = own.map(({ id, version }) => `${id}:${version}\n`).toSorted()
      return createHash('sha256').update(lines.join('')).digest('hex')
    })
    expect(digest.buckets).toEqual(buckets)
  })
})
