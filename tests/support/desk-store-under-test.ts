import { expect } from 'vitest'
import type { Result } from '../../core/outcome.ts'
import type { PersonChange, PersonFields } from '../../core/person.ts'
import type { Database } from '../../electron/store/database.ts'
import type { ClaimedItem, DeskStore, Settlement } from '../../electron/store/desk-store.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { openDatabase } from '../../electron/store/open-database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { at, changed, id, person } from './desk-people.ts'

/** A fresh store in memory with short ways to what tests do all the time. */
export function createStoreUnderTest() {
  const db = openedDatabase(':memory:')
  const store = createDeskStore(db)
  let minted = 0

  const mint = () => id((minted += 1))
  const claim = (items = 100) =>
    store.outbox.claim({ items, bytes: 512 * 1024, skip: new Set<string>() })

  return {
    ...store,
    db,
    mint,
    claim,
    create(given: Partial<PersonFields> = {}): string {
      const opId = mint()
      return accepted(store.people.acceptCreate({ opId, fields: person(given), at }))
    },
    update(recordId: string, set: PersonChange): string {
      const opId = mint()
      accepted(store.people.acceptUpdate({ opId, recordId, set, at }))
      return opId
    },
    delete(recordId: string): string {
      const opId = mint()
      accepted(store.people.acceptDelete({ opId, recordId, at }))
      return opId
    },
    settle: (...settlements: Settlement[]) => store.outbox.settle(settlements),
    /** A record that the cloud has, without anything waiting. */
    known(given: Partial<PersonFields> = {}, version = 1): string {
      const recordId = mint()
      const from = store.feed.cursor()
      const changes = [changed(recordId, version, person(given))]
      expect(store.feed.applyPage({ from, next: recordId, changes })).toBe(true)
      return recordId
    },
    /** The one thing to send. */
    only(): ClaimedItem {
      const [item, ...others] = claim()
      expect(others).toEqual([])
      if (item === undefined) throw new Error('nothing to send')
      return item
    },
    outcome: (opId: string) =>
      db
        .prepare<[string], { outcome: string; by: string | null; reason: string | null }>(
          'SELECT outcome, by_op AS by, reason FROM op_log WHERE op_id = ?',
        )
        .get(opId),
  }
}

export type StoreUnderTest = ReturnType<typeof createStoreUnderTest>

export function openedDatabase(path: string): Database {
  const database = openDatabase({ path, key: null, migrations: deskMigrations })
  if (!database.ok) throw new Error(database.code)
  return database.value
}

export function accepted(result: Result<{ recordId: string }>): string {
  if (!result.ok) throw new Error(result.code)
  return result.value.recordId
}

/** Applied exactly as it was asked. */
export function appliedItem(item: ClaimedItem, store: DeskStore, version: number): Settlement {
  const fields = store.people.fields(item.recordId) ?? person()
  return { opId: item.opId, kind: 'applied', change: changed(item.recordId, version, fields) }
}
