import type { OperationMethod } from './operation.ts'
import {
  type Role,
  mayDelete,
  mayGrant,
  mayInviteByEmail,
  mayMoveCards,
  mayReadAudit,
  mayReadLog,
  maySetCardProfile,
  mayTendCards,
  mayUseDesk,
} from './role.ts'

/**
 * What an endpoint asks of whoever calls it: nothing, a sign-in, or (the others) a membership in the account
 * that it names with the power of that name.
 */
export type Access =
  'anybody' | 'signed-in' | 'desk' | 'log' | 'audit' | 'card-profile' | 'invitation-link'

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
  batch: 'desk',
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
  log: mayReadLog,
  audit: mayReadAudit,
  'card-profile': maySetCardProfile,
  'invitation-link': mayInviteByEmail,
}

/**
 * Why somebody with this role in the account that they ask about is refused; null: they are not. An account
 * that one does not belong to (role null) is like one that does not exist.
 */
export function askRefusal(role: Role | null, access: Access): 'not-found' | 'forbidden' | null {
  if (role === null) return 'not-found'
  return mayUseDesk(role) && powers[access](role) ? null : 'forbidden'
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
