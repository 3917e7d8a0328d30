import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullName } from '../../core/person.ts'
import { type SortLanguage, sortKey, sortLanguage } from '../../core/sort-key.ts'
import { changed, id, person } from '../../tests/support/desk-people.ts'
import {
  type StoreUnderTest,
  createStoreUnderTest,
  openedDatabase,
} from '../../tests/support/desk-store-under-test.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import type { DeskStore } from './desk-store.ts'
import { createDeskStore } from './open-desk-store.ts'

const query = { descending: false, limit: 100, direction: 'forward', at: null } as const

const list = (desk: Pick<DeskStore, 'people'>, sort: 'name' | 'email' = 'name', search = '') =>
  desk.people.pendingPage({ ...query, sort, search }).rows

const names = (desk: Pick<DeskStore, 'people'>, search = '') =>
  list(desk, 'name', search).map((row) => row.firstName)

const bytes = (text: string, language: SortLanguage) => Buffer.from(sortKey(text, language))

function sortedBy<T extends { id: string }>(
  rows: readonly T[],
  textOf: (row: T) => string,
  language: SortLanguage,
) {
  return rows.toSorted(
    (a, b) =>
      Buffer.compare(bytes(textOf(a), language), bytes(textOf(b), language)) ||
      (a.id < b.id ? -1 : 1),
  )
}

function fill(desk: StoreUnderTest, words: readonly string[]) {
  const changes = words.map((word, n) =>
    changed(id(100 + n), 1, person({ firstName: word, email: `${word}@example.com` })),
  )
  desk.feed.applyPage({ from: null, next: 'filled', changes })
}

describe('the order of a language', () => {
  it('moves å, ä and ö, and prefixes with them', () => {
    const desk = createStoreUnderTest()
    const email = 'x@example.com'
    for (const firstName of ['Zoe', 'Åke', 'Bo']) desk.known({ firstName, email })
    expect(names(desk)).toEqual(['Bo', 'Zoe', 'Åke'])
    desk.people.setLanguage('other')
    expect(names(desk)).toEqual(['Åke', 'Bo', 'Zoe'])
    desk.create({ firstName: 'Ärla', email })
    expect(names(desk)).toEqual(['Åke', 'Ärla', 'Bo', 'Zoe'])
    expect(names(desk, 'ä')).toEqual(['Åke', 'Ärla'])
    desk.people.setLanguage('nordic')
    expect(names(desk)).toEqual(['Bo', 'Zoe', 'Åke', 'Ärla'])
    expect(names(desk, 'ä')).toEqual(['Ärla'])
  })

  it('is the order of the keys, whatever the names and whenever they came', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'å', 'Ä', 'ö', 'æ', 'ø', 'ß', 'é', 'z', '\u0308', 'ж'),
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 20 }),
        fc.array(word, { maxLength: 5 }),
        (before, after) => {
          const desk = createStoreUnderTest()
          fill(desk, before)
          desk.people.setLanguage('other')
          for (const each of after) desk.create({ firstName: each, email: `${each}@example.com` })
          for (const language of sortLanguage.options) {
            desk.people.setLanguage(language)
            const [byName, byEmail] = [list(desk, 'name'), list(desk, 'email')]
            expect(byName).toEqual(sortedBy(byName, fullName, language))
            expect(byEmail).toEqual(sortedBy(byEmail, (row) => row.email ?? '', language))
            expect(byName).toHaveLength(before.length + after.length)
          }
          desk.close()
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('is still there at the next start, and changes without a write to any record', () => {
    const file = path.join(temporaryFolder(), 'desk.db')
    const first = createDeskStore(openedDatabase(file))
    const changes = ['Zoe', 'Åke'].map((firstName, n) => changed(id(n), 1, person({ firstName })))
    first.feed.applyPage({ from: null, next: 'filled', changes })
    first.people.setLanguage('other')
    first.close()

    const db = openedDatabase(file)
    const second = createDeskStore(db)
    expect(names(second)).toEqual(['Åke', 'Zoe'])
    db.prepare(
      `CREATE TEMP TRIGGER untouched BEFORE UPDATE ON record
       BEGIN SELECT raise(ABORT, 'a record was written'); END`,
    ).run()
    second.people.setLanguage('nordic')
    expect(names(second)).toEqual(['Zoe', 'Åke'])
    second.close()
  })
})
