import type { PersonRow } from '../../../core/pending-page.ts'
import {
  type Role,
  mayChangeRole,
  mayDelete,
  mayGrant,
  mayInviteByEmail,
} from '../../../core/role.ts'

/** What is offered to somebody with the role `by`; for one row also by the role of that person. */
export function mayDo(by: Role, row: Pick<PersonRow, 'role'> | null) {
  const theirs = row === null || mayChangeRole(by, row.role)
  const invites = theirs && mayInviteByEmail(by)
  return {
    resend: invites,
    link: invites,
    grant: theirs && mayGrant(by),
    remove: theirs && mayDelete(by),
  }
}
