import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PendingPage, PendingQuery } from '../../core/pending-page.ts'
import type { Change } from '../../core/record.ts'
import { changed, id, person, stateOf } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'

const query = (given: Partial<PendingQuery> = {}): PendingQuery => ({
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  at: null,
  ...given,
})

/** Every page from the first to the last. */
function walk(desk: StoreUnderTest, given: Partial<PendingQuery>): PendingPage[] {
  const pages = [desk.people.pendingPage(query(given))]
  for (let at = pages[0]?.next ?? null; at !== null; at = pages.at(-1)?.next ?? null) {
    pages.push(desk.people.pendingPage(query({ ...given, at })))
  }
  return pages
}

/** The same from the last page to the first. */
function walkBack(desk: StoreUnderTest, given: Partial<PendingQuery>): PendingPage[] {
  const back = { ...given, direction: 'backward' } as const
  const pages = [desk.people.pendingPage(query(back))]
  for (let at = pages[0]?.previous ?? null; at !== null; at = pages[0]?.previous ?? null) {
    pages.unshift(desk.people.pendingPage(query({ ...back, at })))
  }
  return pages
}

function sentAt(n: number, inviteSentAt: string): Change {
  const fields = person({ firstName: inviteSentAt })
  return { ...changed(id(n), 1, fields), state: stateOf(fields, { inviteSentAt }) }
}

const names = (page: PendingPage) => page.rows.map((row) => row.firstName)

function fill(desk: StoreUnderTest, count: number): void {
  const from = desk.feed.cursor()
  const changes = Array.from({ length: count }, (_, n) =>
    changed(id(1000 + n), 1, person({ firstName: `N${n % 7}`, email: `m${n % 5}@example.com` })),
  )
  desk.feed.applyPage({ from, next: 'filled', changes })
}

describe('the pending invitations', () => {
  it('are those who were invited by email, not deleted and not registered', () => {
    const desk = createStoreUnderTest()
    desk.create({ email: null })
    desk.delete(desk.known())
    const registered = stateOf(person(), { kind: 'user' })
    const change = { ...changed(id(800), 1, person()), state: registered }
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'x', changes: [change] })
    const invited = desk.create()
    const page = desk.people.pendingPage(query())
    expect(page).toMatchObject({ total: 1, from: 1, next: null, previous: null })
    expect(page.rows).toMatchObject([{ id: invited, delivery: 'saved', inviteSentAt: null }])
  })

  it('tell how far each one is on its way', () => {
    const desk = createStoreUnderTest()
    desk.known({ firstName: 'A' })
    const parked = desk.create({ firstName: 'B' })
    const sending = desk.create({ firstName: 'C' })
    desk.claim()
    desk.settle({ opId: parked, kind: 'parked', problem: { code: 'forbidden' } })
    desk.update(sending, { surfaceId: '7' })
    desk.create({ firstName: 'D' })
    const states = desk.people.pendingPage(query()).rows.map((row) => row.delivery)
    expect(states).toEqual(['sent', 'attention', 'sending', 'saved'])
  })

  it('are sorted by name as people sort', () => {
    const desk = createStoreUnderTest()
    for (const firstName of ['Örn', 'émile', 'Zoe', 'Åke', 'Emil', 'adam'])
      desk.known({ firstName })
    expect(names(desk.people.pendingPage(query()))).toEqual([
      'adam',
      'Emil',
      'émile',
      'Zoe',
      'Åke',
      'Örn',
    ])
  })

  it('sorted by time have what is not sent yet as the newest', () => {
    const desk = createStoreUnderTest()
    const from = desk.feed.cursor()
    const changes = [
      sentAt(900, '2026-01-01T00:00:00.500Z'),
      sentAt(901, '2026-01-01T00:00:00Z'),
      sentAt(902, '2025-01-01T00:00:00Z'),
    ]
    desk.feed.applyPage({ from, next: 'x', changes })
    desk.create({ firstName: 'first wish' })
    desk.create({ firstName: 'second wish' })
    const newest = [
      'second wish',
      'first wish',
      '2026-01-01T00:00:00.500Z',
      '2026-01-01T00:00:00Z',
      '2025-01-01T00:00:00Z',
    ]
    const sort = 'invite-sent'
    expect(names(desk.people.pendingPage(query({ sort, descending: true })))).toEqual(newest)
    expect(names(desk.people.pendingPage(query({ sort })))).toEqual(newest.toReversed())
  })

  it('are each on exactly one page, in order, in both directions', () => {
    const sorts = fc.constantFrom('name' as const, 'email' as const, 'invite-sent' as const)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 45 }),
        sorts,
        fc.boolean(),
        (count, sort, descending) => {
          const desk = createStoreUnderTest()
          fill(desk, count)
          desk.create({ firstName: 'N3' })
          const total = count + 1
          const pages = walk(desk, { sort, descending })
          const rows = pages.flatMap((page) => page.rows)
          expect(new Set(rows.map((row) => row.id)).size).toBe(total)
          expect(rows).toHaveLength(total)
          expect(pages.map((page) => page.from)).toEqual(pages.map((_page, n) => 1 + 10 * n))
          expect(pages.every((page) => page.total === total)).toBe(true)
          expect(walkBack(desk, { sort, descending })).toEqual(pages)
          const other = walk(desk, { sort, descending: !descending }).flatMap((page) => page.rows)
          expect(other).toEqual(rows.toReversed())
          desk.close()
        },
      ),
      { numRuns: 30 },
    )
  })

  it('stay readable when rows vanish around a page', () => {
    const desk = createStoreUnderTest()
    fill(desk, 25)
    const [first, second] = walk(desk, {})
    for (const { id: recordId } of second?.rows ?? []) desk.delete(recordId)
    const third = desk.people.pendingPage(query({ at: first?.next ?? null }))
    expect(third).toMatchObject({ from: 11, total: 15, next: null })
    for (const { id: recordId } of third.rows) desk.delete(recordId)
    expect(desk.people.pendingPage(query({ at: first?.next ?? null })).rows).toEqual(first?.rows)
  })

  it.each(['', 'nonsense', Buffer.from('["name"]').toString('base64url')])(
    'begin at the first page with the foreign cursor %j',
    (at) => {
      const desk = createStoreUnderTest()
      fill(desk, 3)
      expect(desk.people.pendingPage(query({ at }))).toEqual(desk.people.pendingPage(query()))
    },
  )

  it('do not mix up the cursors of two orders', () => {
    const desk = createStoreUnderTest()
    fill(desk, 25)
    const at = desk.people.pendingPage(query({ sort: 'email' })).next
    expect(desk.people.pendingPage(query({ sort: 'invite-sent', at })).from).toBe(1)
  })

  it('keep the last ones made here at hand, newest first', () => {
    const desk = createStoreUnderTest()
    desk.known()
    const made = Array.from({ length: 12 }, () => desk.create({ email: null }))
    desk.delete(made[11] ?? '')
    expect(desk.people.recent().map((row) => row.id)).toEqual(made.slice(1, 11).toReversed())
  })
})
