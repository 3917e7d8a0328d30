import type { OperationMethod } from './operation.ts'
import {
  type Role,
  mayDelete,
  mayGrant,
  mayInviteByEmail,
  mayMoveCards,
  mayReadAudit,
  mayReadLog,
  mayRevokeDesks,
  maySetCardProfile,
  mayTendCards,
  mayUseDesk,
  seesOnlyRegion,
} from './role.ts'
import type { Member } from './sight.ts'

/**
 * What an endpoint asks of whoever calls it: nothing, a sign-in, or (the others) a membership in the account
 * that it names with the power of that name.
 */
export type Access =
  | 'anybody'
  | 'signed-in'
  | 'desk'
  | 'work'
  | 'log'
  | 'audit'
  | 'card-profile'
  | 'invitation-link'
  | 'member-desks'

/** Every endpoint of the cloud: one without a line here does not compile. */
export const endpointAccess = {
  health: 'anybody',
  ready: 'anybody',
  signIn: 'anybody',
  waysOfSigningIn: 'anybody',
  openIdStart: 'anybody',
  openIdFinish: 'anybody',
  refresh: 'anybody',
  signOut: 'signed-in',
  secondFactor: 'signed-in',
  startSecondFactor: 'signed-in',
  confirmSecondFactor: 'signed-in',
  renewRecoveryCodes: 'signed-in',
  endSecondFactor: 'signed-in',
  desks: 'signed-in',
  revokeDesks: 'signed-in',
  forgotPassword: 'anybody',
  changePassword: 'signed-in',
  memberDesks: 'member-desks',
  revokeMemberDesk: 'member-desks',
  batch: 'work',
  changes: 'desk',
  snapshot: 'desk',
  digest: 'desk',
  erasures: 'desk',
  directory: 'desk',
  log: 'log',
  audit: 'audit',
  setCardProfile: 'card-profile',
  link: 'invitation-link',
} as const satisfies Readonly<Record<string, Access>>

const powers: Readonly<Record<Access, (by: Role) => boolean>> = {
  anybody: () => true,
  'signed-in': () => true,
  desk: mayUseDesk,
  work: mayUseDesk,
  log: mayReadLog,
  audit: mayReadAudit,
  'card-profile': maySetCardProfile,
  'invitation-link': mayInviteByEmail,
  'member-desks': mayRevokeDesks,
}

/** Of these there is nothing without a region, for who is limited to one. */
const inRegion: ReadonlySet<Access> = new Set(['work', 'invitation-link'])

/**
 * Why a member of the account that they ask about is refused; null: they are not. An account that one does not
 * belong to (member null) is like one that does not exist. Whoever is limited to a region and has none may look,
 * and sees nobody.
 */
export function askRefusal(
  member: Pick<Member, 'role' | 'regionId'> | null,
  access: Access,
): 'not-found' | 'forbidden' | 'region.missing' | null {
  if (member === null) return 'not-found'
  const { role, regionId } = member
  if (!mayUseDesk(role) || !powers[access](role)) return 'forbidden'
  return seesOnlyRegion(role) && regionId === null && inRegion.has(access) ? 'region.missing' : null
}

/** The power that an operation takes, of whomever it is about; which people and roles: core/role.ts. */
export function mayDo(by: Role, method: OperationMethod): boolean {
  switch (method) {
    case 'create':
    case 'update':
      return mayUseDesk(by)
    case 'delete':
      return mayDelete(by)
    case 'resend':
      return mayInviteByEmail(by)
    case 'grant':
      return mayGrant(by)
    case 'move-card':
      return mayMoveCards(by)
    case 'card':
      return mayTendCards(by)
  }
}
