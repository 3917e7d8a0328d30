import { z } from 'zod'

/** The four roles of the service; "Multi-Account" is a person with an admin role in several accounts. */
export const role = z.enum(['user', 'account-admin', 'regional-admin', 'installer'])
export type Role = z.infer<typeof role>

const mayGive: Readonly<Record<Role, readonly Role[]>> = {
  user: [],
  'account-admin': ['user', 'account-admin', 'regional-admin', 'installer'],
  'regional-admin': ['user', 'regional-admin', 'installer'],
  installer: ['user'],
}

/** The roles that `by` may give to a person it invites or creates; empty for those without a desk. */
export function rolesGivenBy(by: Role): readonly Role[] {
  return mayGive[by]
}

/** Installers hand out cards: they create users without email, and only with a card. */
export function mayInviteByEmail(by: Role): boolean {
  return by === 'account-admin' || by === 'regional-admin'
}

/** Whether a person with this role may sign in at a desk. */
export function mayUseDesk(by: Role): boolean {
  return mayGive[by].length > 0
}

/** Whether the person sees every record of the account or only the ones they made themselves. */
export function seesOnlyOwn(by: Role): boolean {
  return by === 'installer'
}
