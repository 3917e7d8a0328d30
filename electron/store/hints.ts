import { type PersonFields, type PersonKind, fullName } from '../../core/person.ts'
import { type SortLanguage, sortKey } from '../../core/sort-key.ts'
import { createCardHolders } from './card-holders.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'

type Row = Pick<PersonFields, 'firstName' | 'lastName' | 'email'> & {
  readonly id: string
  readonly kind: PersonKind
}

const columns = 'id, kind, first_name AS firstName, last_name AS lastName, email'

export const byEmailSql = `SELECT ${columns} FROM record
  WHERE deleted = 0 AND kind IN ('invitation', 'user') AND email_key = ? AND id <> ? LIMIT 100`

export const bySurfaceSql = `SELECT ${columns} FROM record
  WHERE surface_id <> '' AND surface_id = ? AND id <> ? AND deleted = 0 LIMIT 1`

const shownOrganizations = 20

/** What is known here of what is being typed. */
export function createHints(
  db: Database,
  language: () => SortLanguage,
): Pick<PeopleStore, 'hints' | 'organizations'> {
  const byEmail = db.prepare<[string, string], Row>(byEmailSql)
  const holderOfCard = createCardHolders(db)
  const bySurface = db.prepare<[string, string], Row>(bySurfaceSql)
  const mostUsed = db.prepare<[], { name: string }>(
    'SELECT name FROM organization ORDER BY n DESC, name',
  )

  const fold = (text: string) => sortKey(text, language())

  /** The key folds accents, an address is the same only without that. */
  function holderOf(email: string, except: string): Row | undefined {
    const same = email.trim().normalize('NFC').toLowerCase()
    return byEmail
      .all(sortKey(email, 'other'), except)
      .find((row) => row.email?.normalize('NFC').toLowerCase() === same)
  }

  return {
    hints: ({ email, cardId, surfaceId, except }) =>
      db.read(() => {
        const holder = email === null ? undefined : holderOf(email, except ?? '')
        const card = cardId === null ? null : holderOfCard(cardId, except ?? '')
        const user = surfaceId === null ? undefined : bySurface.get(surfaceId, except ?? '')
        return {
          email:
            holder === undefined
              ? null
              : { kind: holder.kind === 'user' ? 'user' : 'invited', ...person(holder) },
          card,
          surface: user === undefined ? null : person(user),
        }
      }),

    organizations: (prefix) =>
      db.read(() => {
        const found: string[] = []
        for (const { name } of mostUsed.iterate()) {
          if (fold(name).startsWith(fold(prefix))) found.push(name)
          if (found.length === shownOrganizations) break
        }
        return found
      }),
  }
}

function person({ id, ...row }: Row) {
  return { recordId: id, name: fullName(row) || (row.email ?? '') }
}
