import { ok } from '../../core/outcome.ts'
import type { DeskStore, PeopleStore } from './desk-store.ts'

type Coming = Pick<
  PeopleStore,
  | 'acceptGrants'
  | 'acceptResends'
  | 'acceptDeletes'
  | 'undoDeletes'
  | 'standing'
  | 'usersPage'
  | 'ids'
  | 'hints'
  | 'organizations'
  | 'notices'
  | 'dismissNotice'
  | 'draft'
  | 'keepDraft'
  | 'setLanguage'
>

/** Answers of a store that has and takes none of it. */
export const notYet: Coming & { readonly directory: DeskStore['directory'] } = {
  acceptGrants: ({ items }) => ok({ accepted: [], gone: items }),
  acceptResends: ({ items }) => ok({ accepted: [], gone: items }),
  acceptDeletes: ({ items }) => ok({ accepted: [], gone: items }),
  undoDeletes: () => ok({ undone: [] }),
  standing: () => [],
  usersPage: () => ({
    rows: [],
    total: 0,
    totalIsExact: true,
    from: 0,
    next: null,
    previous: null,
  }),
  ids: () => [],
  hints: () => ({ email: null, card: null }),
  organizations: () => [],
  notices: () => [],
  dismissNotice: () => ok(),
  draft: () => null,
  keepDraft: () => ok(),
  setLanguage: () => ok(),
  directory: {
    get: () => ({ version: 0, groups: [], resources: [], resourceGroups: [], schedules: [] }),
    replace: () => undefined,
  },
}
