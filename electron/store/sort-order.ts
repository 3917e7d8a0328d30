import { ok } from '../../core/outcome.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import { type SortLanguage, sortKey, sortLanguage } from '../../core/sort-key.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Settings } from './settings.ts'

export type SortSetting = 'sort-language'

/** The columns along which the lists are walked, each with an index of its own. */
export const sortColumns = {
  nordic: { name: 'nordic_name_key', email: 'nordic_email_key', 'invite-sent': 'sent_key' },
  other: { name: 'name_key', email: 'email_key', 'invite-sent': 'sent_key' },
} as const

/** What the columns of both orders hold for a person. */
export function sortKeysOf(person: Pick<PersonFields, 'firstName' | 'lastName' | 'email'>) {
  const name = fullName(person)
  const email = person.email ?? ''
  return {
    nameKey: sortKey(name, 'other'),
    emailKey: sortKey(email, 'other'),
    nordicNameKey: sortKey(name, 'nordic'),
    nordicEmailKey: sortKey(email, 'nordic'),
  }
}

export type SortOrder = Pick<PeopleStore, 'setLanguage'> & {
  /** The one that the lists are in. */
  readonly language: () => SortLanguage
}

/** Which of the two orders the lists are read in. */
export function createSortOrder(db: Database, settings: Settings<SortSetting>): SortOrder {
  let current = sortLanguage.safeParse(settings.get('sort-language')).data ?? 'nordic'
  return {
    language: () => current,
    setLanguage(language) {
      if (language === current) return ok()
      const kept = db.attempt<void, WriteRefusal>(() => {
        settings.set('sort-language', language)
        return ok()
      })
      if (kept.ok) current = language
      return kept
    },
  }
}
