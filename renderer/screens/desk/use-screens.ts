import { type Role, seesOnlyOwn } from '../../../core/role.ts'
import { useUsers } from '../../stores/users.ts'
import type { DeskView } from '../../stores/view.ts'

/** What this person may open here: whoever only hands out cards has one page. */
export function useScreens(by: Role): readonly DeskView['screen'][] {
  const known = useUsers(({ page }) => page !== null)
  return known && !seesOnlyOwn(by) ? ['users', 'user-invitations'] : ['user-invitations']
}
