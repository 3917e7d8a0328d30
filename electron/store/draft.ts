import { draft } from '../../core/draft.ts'
import { ok } from '../../core/outcome.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Settings } from './settings.ts'
import { parseJson } from './wish.ts'

export type DraftSetting = 'draft'

/** The form as it stands; one of another version of the form is forgotten. */
export function createDraft(
  db: Database,
  settings: Settings<DraftSetting>,
): Pick<PeopleStore, 'draft' | 'keepDraft'> {
  return {
    draft: () => {
      const text = db.read(() => settings.get('draft'))
      return text === null ? null : parseJson(draft, text)
    },
    keepDraft: (kept) =>
      db.attempt<void, WriteRefusal>(() => {
        settings.set('draft', kept === null ? null : JSON.stringify(kept))
        return ok()
      }),
  }
}
