import { ok } from '../../core/outcome.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import { type SortLanguage, sortKey, sortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Settings } from './settings.ts'

export type SortSetting = 'sort-language'

export type SortOrder = Pick<PeopleStore, 'setLanguage'> & {
  /** The one that all stored keys have. */
  readonly language: () => SortLanguage
}

type Row = Pick<PersonFields, 'firstName' | 'lastName' | 'email'> & {
  readonly row: number
  readonly nameKey: string
  readonly emailKey: string
}

const rowsAtOnce = 5000

/** Lists are walked along stored keys, so that another language means other keys: all of them or none. */
export function createSortOrder(db: Database, settings: Settings<SortSetting>): SortOrder {
  const some = db.prepare<[number, number], Row>(
    `SELECT row, first_name AS firstName, last_name AS lastName, email, name_key AS nameKey,
       email_key AS emailKey FROM record WHERE row > ? ORDER BY row LIMIT ?`,
  )
  const put = db.prepare<[string, string, number]>(
    'UPDATE record SET name_key = ?, email_key = ? WHERE row = ?',
  )
  let current = sortLanguage.safeParse(settings.get('sort-language')).data ?? 'nordic'

  function turnInto(language: SortLanguage): void {
    let rows = some.all(0, rowsAtOnce)
    while (rows.length > 0) {
      for (const { row, nameKey, emailKey, email, ...names } of rows) {
        const name = sortKey(fullName(names), language)
        const address = sortKey(email ?? '', language)
        // Most names and addresses sort alike everywhere.
        if (name !== nameKey || address !== emailKey) put.run(name, address, row)
      }
      rows = some.all(rows.at(-1)?.row ?? 0, rowsAtOnce)
    }
    settings.set('sort-language', language)
  }

  return {
    language: () => current,
    setLanguage(language) {
      if (language === current) return ok()
      const turned = db.attempt<void, WriteRefusal>(() => {
        turnInto(language)
        return ok()
      })
      if (turned.ok) current = language
      return turned
    },
  }
}
