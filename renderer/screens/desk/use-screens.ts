import {
  type Role,
  mayReadAudit,
  mayReadLog,
  mayRevokeDesks,
  maySetCardProfile,
  seesOnlyOwn,
} from '../../../core/role.ts'
import { useUsers } from '../../stores/users.ts'
import type { DeskView } from '../../stores/view.ts'

/** What the sidebar offers this person: whoever only hands out cards sees no list of users. */
export function useScreens(by: Role): readonly DeskView['screen'][] {
  const known = useUsers(({ page }) => page !== null)
  const settings = maySetCardProfile(by) ? (['card-profile'] as const) : []
  const log = mayReadLog(by) ? (['desk-log'] as const) : []
  const audit = mayReadAudit(by) ? (['audit-log'] as const) : []
  const desks = mayRevokeDesks(by) ? (['signed-in-desks'] as const) : []
  const people = known && !seesOnlyOwn(by) ? (['users'] as const) : []
  return [
    ...people,
    'user-invitations',
    'roster',
    'quick-scan',
    'unknown-cards',
    ...log,
    ...settings,
    ...audit,
    ...desks,
    'readers',
  ]
}
