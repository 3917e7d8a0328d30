import { z } from 'zod'
import { type KeptForms, draft, keptForms } from '../../core/draft.ts'
import { ok } from '../../core/outcome.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Settings } from './settings.ts'
import { parseJson } from './wish.ts'

export type DraftSetting = 'draft'

const nothing: KeptForms = { draft: null, aside: [] }

/** Before forms could be set aside there was the one form alone. */
const stored = z.union([keptForms, draft.transform((only) => ({ draft: only, aside: [] }))])

/** What is typed; that of another version of the form is forgotten. */
export function createDraft(
  db: Database,
  settings: Settings<DraftSetting>,
): Pick<PeopleStore, 'draft' | 'keepDraft'> {
  return {
    draft: () => {
      const text = db.read(() => settings.get('draft'))
      return text === null ? nothing : (parseJson(stored, text) ?? nothing)
    },
    keepDraft: (kept) =>
      db.attempt<void, WriteRefusal>(() => {
        const none = kept.draft === null && kept.aside.length === 0
        settings.set('draft', none ? null : JSON.stringify(kept))
        return ok()
      }),
  }
}
