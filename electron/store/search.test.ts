import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PendingQuery, pendingSort } from '../../core/pending-page.ts'
import { changed, id, person } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'

const query = (search: string, given: Partial<PendingQuery> = {}): PendingQuery => ({
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  search,
  at: null,
  ...given,
})

const names = (desk: StoreUnderTest, search: string) =>
  desk.people.pendingPage(query(search)).rows.map((row) => row.firstName)

/** Every row on the way from page to page. */
function walk(desk: StoreUnderTest, search: string, given: Partial<PendingQuery>) {
  const pages = [desk.people.pendingPage(query(search, given))]
  const towards = given.direction === 'backward' ? 'previous' : 'next'
  for (let at = pages[0]?.[towards] ?? null; at !== null; at = pages.at(-1)?.[towards] ?? null) {
    pages.push(desk.people.pendingPage(query(search, { ...given, at })))
  }
  return given.direction === 'backward' ? pages.toReversed() : pages
}

function fill(desk: StoreUnderTest, count: number): void {
  const changes = Array.from({ length: count }, (_, n) =>
    changed(id(100_000 + n), 1, person({ firstName: `N${n % 7}`, email: `m${n % 5}@example.com` })),
  )
  desk.feed.applyPage({ from: desk.feed.cursor(), next: 'filled', changes })
}

describe('a search', () => {
  it.each([
    ['part of a name', 'örge', 'Jörgen'],
    ['without accents and case', 'JORGEN', 'Jörgen'],
    ['both names, in any order', 'lund jörgen', 'Jörgen'],
    ['part of an email', 'en.lund@', 'Jörgen'],
    ['part of an organization', 'harbour', 'Jörgen'],
    ['a card in hexadecimal', '78f2', 'Jörgen'],
    ['a card with separators', '1c:78:f2:bf', 'Jörgen'],
    ['a card in decimal', '477688511', 'Jörgen'],
    ['a decimal as printed on the card', '0477688511', 'Jörgen'],
    ['the bytes of a card turned around', 'BFF2781C', 'Jörgen'],
    ['the same with separators', 'bf:f2:78:1c', 'Jörgen'],
    ['a decimal of the turned bytes', '3220338716', 'Jörgen'],
    ['the beginning of a name', 'jö', 'Jörgen'],
    ['a long word and a short one', 'lund jö', 'Jörgen'],
    ['a long word and one letter', 'lund j', 'Jörgen'],
    ['the beginnings of two words', 'j l', 'Jörgen'],
    ['the beginning of an organization', 'jör ha', 'Jörgen'],
  ])('finds by %s', (_what, search, name) => {
    const desk = createStoreUnderTest()
    desk.known({ firstName: 'Aino', lastName: 'Salo' })
    desk.known({
      firstName: 'Jörgen',
      lastName: 'Lund',
      email: 'jorgen.lund@example.com',
      organization: 'Harbour',
      cardId: '1C78F2BF',
    })
    expect(names(desk, search)).toEqual([name])
    expect(desk.people.ids(search)).toHaveLength(1)
  })

  it.each(['"', 'a"b"c', 'AND', 'x OR', '%%%', '___', '(((', 'salo NOT', '\u0000\u0000abc', '*'])(
    'takes %j for text',
    (search) => {
      const desk = createStoreUnderTest()
      desk.known()
      expect(names(desk, search)).toEqual([])
    },
  )

  it('takes a short word beside others for the beginning of a word', () => {
    const desk = createStoreUnderTest()
    desk.known({ firstName: 'Jörgen', lastName: 'Lund' })
    expect([names(desk, 'lund ö'), names(desk, 'lund rg'), names(desk, 'lund lu')]).toEqual([
      [],
      [],
      ['Jörgen'],
    ])
  })

  it('finds what was just changed and no longer what was before, nor who was deleted', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create({ firstName: 'Before' })
    desk.update(recordId, { firstName: 'After' })
    expect([names(desk, 'before'), names(desk, 'after')]).toEqual([[], ['After']])
    desk.delete(recordId)
    expect(names(desk, 'after')).toEqual([])
  })

  it('keeps invitations and users apart', () => {
    const desk = createStoreUnderTest()
    const user = desk.create({ firstName: 'Same', email: null })
    desk.create({ firstName: 'Same' })
    expect(desk.people.pendingPage(query('same')).total).toBe(1)
    expect(desk.people.usersPage(query('same')).rows).toMatchObject([{ id: user, kind: 'user' }])
    desk.update(user, { email: 'now@example.com' })
    expect(desk.people.pendingPage(query('same')).total).toBe(2)
  })

  it('has each match on exactly one page, in order, in both directions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom(...pendingSort.options),
        fc.boolean(),
        fc.constantFrom('n3', 'n3 salo', 'm2@', 'aino'),
        (count, sort, descending, search) => {
          const desk = createStoreUnderTest()
          fill(desk, count)
          const forth = walk(desk, search, { sort, descending })
          const back = walk(desk, search, { sort, descending, direction: 'backward' })
          expect(back).toEqual(forth)
          const rows = forth.flatMap((page) => page.rows)
          expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
          expect(forth.every((page) => page.total === rows.length)).toBe(true)
          desk.close()
        },
      ),
      { numRuns: 30 },
    )
  })

  it('walks along the list when there are many, and counts to 10,000', () => {
    const desk = createStoreUnderTest()
    fill(desk, 10_500)
    const search = 'salo'
    const first = desk.people.pendingPage(query(search, { limit: 100 }))
    expect(first).toMatchObject({ total: 10_000, totalIsExact: false, from: 1, previous: null })
    const all = desk.people.pendingPage({ ...query('', { limit: 100 }) })
    expect(first.rows).toEqual(all.rows)
    const second = desk.people.pendingPage(query(search, { limit: 100, at: first.next }))
    expect(second.from).toBe(101)
    const again = { limit: 100, at: second.previous, direction: 'backward' } as const
    expect(desk.people.pendingPage(query(search, again))).toEqual(first)
    const last = { limit: 100, direction: 'backward' } as const
    expect(desk.people.pendingPage(query(search, last))).toMatchObject({ next: null })
    expect(desk.people.ids(search)).toHaveLength(1000)
  }, 60_000)

  it('finds many that lie together far from the beginning', () => {
    const desk = createStoreUnderTest()
    const people = Array.from({ length: 17_000 }, (_, n) =>
      person(n < 11_000 ? { firstName: 'Aa' } : { firstName: 'Zz', organization: 'Far' }),
    )
    const changes = people.map((each, n) => changed(id(100_000 + n), 1, each))
    desk.feed.applyPage({ from: null, next: 'filled', changes })
    const page = desk.people.pendingPage(query('far'))
    expect(page).toMatchObject({ total: 6000, totalIsExact: true, from: 1 })
    expect(page.rows.every((row) => row.firstName === 'Zz')).toBe(true)
    expect(page.rows).toHaveLength(10)
  }, 60_000)
})
