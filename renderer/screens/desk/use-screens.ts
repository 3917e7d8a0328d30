import {
  type Role,
  mayReadAudit,
  mayReadLog,
  maySetCardProfile,
  seesOnlyOwn,
} from '../../../core/role.ts'
import { useUsers } from '../../stores/users.ts'
import type { DeskView } from '../../stores/view.ts'

/** What this person may open here: whoever only hands out cards sees no list of users. */
export function useScreens(by: Role): readonly DeskView['screen'][] {
  const known = useUsers(({ page }) => page !== null)
  const settings = maySetCardProfile(by) ? (['card-profile'] as const) : []
  const log = mayReadLog(by) ? (['desk-log'] as const) : []
  const audit = mayReadAudit(by) ? (['audit-log'] as const) : []
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
    'readers',
  ]
}
