import type { PendingPage, PendingQuery } from '../../core/pending-page.ts'
import type { PersonKind } from '../../core/person.ts'
import type { SortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import { createPeoplePages } from './people-pages.ts'
import { type PersonColumns, personColumns, readPersonRow } from './person-row.ts'
import { createSearchPages } from './search-pages.ts'
import { searchQueryOf } from './search-text.ts'
import { sortColumns } from './sort-order.ts'
import { fieldsOf } from './wish.ts'

type Lists = Pick<PeopleStore, 'fields' | 'recent' | 'pendingPage' | 'usersPage' | 'ids'>

const shownRecent = 10
const mostIds = 1000

export const recentSql = `SELECT ${personColumns} FROM record
  WHERE made_here IS NOT NULL AND deleted = 0 ORDER BY made_here DESC LIMIT ?`

export const idsSql = (language: SortLanguage) =>
  `SELECT id FROM record WHERE deleted = 0 AND kind = 'invitation'
   ORDER BY ${sortColumns[language].name}, id LIMIT ?`

/** One record, the last ones made here, and the two lists. */
export function createPeopleLists(db: Database, language: () => SortLanguage): Lists {
  const one = db.prepare<[string], PersonColumns>(
    `SELECT ${personColumns} FROM record WHERE id = ? AND deleted = 0`,
  )
  const recent = db.prepare<[number], PersonColumns>(recentSql)
  const everybody = {
    invitation: createPeoplePages(db, 'invitation', language),
    user: createPeoplePages(db, 'user', language),
  }
  const found = createSearchPages(db, language)

  const firstIds = () =>
    db
      .prepare<[number], { id: string }>(idsSql(language()))
      .all(mostIds)
      .map(({ id }) => id)

  const page = (kind: PersonKind) => (query: PendingQuery) =>
    db.read<PendingPage>(() => {
      const search = searchQueryOf(query.search ?? '')
      return search.kind === 'everybody'
        ? everybody[kind](query)
        : found.page({ kind, query: search }, query)
    })

  return {
    fields: (recordId) =>
      db.read(() => {
        const columns = one.get(recordId)
        return columns === undefined ? null : fieldsOf(columns)
      }),
    recent: () => db.read(() => recent.all(shownRecent).map(readPersonRow)),
    pendingPage: page('invitation'),
    usersPage: page('user'),
    ids: (typed) =>
      db.read(() => {
        const query = searchQueryOf(typed)
        if (query.kind === 'everybody') return firstIds()
        return found.ids({ kind: 'invitation', query }, mostIds)
      }),
  }
}
