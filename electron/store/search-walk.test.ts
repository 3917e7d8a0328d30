import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pendingSort } from '../../core/pending-page.ts'
import { sortLanguage } from '../../core/sort-key.ts'
import { changed, id, person } from '../../tests/support/desk-people.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'
import { hitsQuestion } from './search-sql.ts'
import { searchQueryOf } from './search-text.ts'
import { type Hit, compare, createSearchWalk } from './search-walk.ts'

const strides = { looked: 3, first: 2, longest: 8, stragglers: 3 }

/** Many of one first name lie together in the list by name, those of one organization anywhere. */
const anyone = fc.record({
  firstName: fc.constantFrom('Aino', 'Mika', 'Mika', 'Örjan', 'Zoe'),
  lastName: fc.constantFrom('Salo', 'Berg', 'Åkerö'),
  organization: fc.constantFrom('', 'Mikatec', 'Harbour'),
})

const anyWay = fc.record({
  sort: fc.constantFrom(...pendingSort.options),
  language: fc.constantFrom(...sortLanguage.options),
  ascending: fc.boolean(),
})

describe('a walk to the next of many that match', () => {
  it('finds what sorting all of them finds, from any place and in either direction', () => {
    fc.assert(
      fc.property(
        fc.array(anyone, { maxLength: 120 }),
        anyWay,
        fc.constantFrom('mika', 'orjan', 'salo mi', 'zo', 'nobody', 'e'),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.nat({ max: 119 }), { nil: null }),
        (everybody, order, typed, limit, start) => {
          const desk = createStoreUnderTest()
          const changes = everybody.map((each, n) => changed(id(1000 + n), 1, person(each)))
          desk.feed.applyPage({ from: null, next: 'filled', changes })
          const query = searchQueryOf(typed)
          if (query.kind === 'everybody') throw new Error('nothing is looked for')
          const search = { kind: 'invitation', query } as const

          const { sql, values } = hitsQuestion(search, order, [])
          const sorted = desk.db
            .prepare<(string | number)[], Hit>(sql)
            .all(...values)
            .toSorted(order.ascending ? compare : (a, b) => compare(b, a))
          const from = start === null ? undefined : sorted[start % Math.max(1, sorted.length)]
          const at = from === undefined ? null : { ...from, index: 0 }
          const rest = from === undefined ? sorted : sorted.slice(sorted.indexOf(from) + 1)

          const found = createSearchWalk(desk.db, strides)(search, { ...order, at }, limit)
          expect(found.map((hit) => hit.id)).toEqual(rest.slice(0, limit).map((hit) => hit.id))
          desk.close()
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})
