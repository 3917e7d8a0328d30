import { anyCard, cardRefusal } from '../../core/card/warnings.ts'
import { type Result, fail, ok } from '../../core/outcome.ts'
import { type PersonFields, missingName } from '../../core/person.ts'
import {
  type Role,
  mayChangeRole,
  mayChooseRegion,
  mayInviteByEmail,
  needsRegion,
  rolesGivenBy,
} from '../../core/role.ts'
import type { AccountRules } from './card-policy-of.ts'

export type PersonRefusal =
  | 'name-missing'
  | 'role-not-allowed'
  | 'region-missing'
  | 'email-not-allowed'
  | 'card-missing'
  | 'card-random'
  | 'card-partial'

/** What the desk can know before the cloud does; the cloud checks again and has the last word. */
export function checkPerson(
  by: Role,
  fields: PersonFields,
  { policy, hasRegions }: AccountRules,
): Result<PersonFields, PersonRefusal> {
  if (!rolesGivenBy(by).includes(fields.role)) return fail('role-not-allowed', { field: 'role' })
  const regionless = needsRegion(fields.role) && fields.regionId === null
  if (hasRegions && regionless && mayChooseRegion(by)) {
    return fail('region-missing', { field: 'regionId' })
  }
  if (!mayInviteByEmail(by)) {
    if (fields.email !== null) return fail('email-not-allowed', { field: 'email' })
    if (fields.cardId === null) return fail('card-missing', { field: 'cardId' })
  }
  const refused = fields.cardId === null ? null : cardRefusal({ uid: fields.cardId }, policy)
  if (refused !== null) return fail(`card-${refused}`, { field: 'cardId' })
  const nameless = missingName(fields)
  return nameless === null ? ok(fields) : fail('name-missing', { field: nameless })
}

/** As `checkPerson`, of somebody who is there: an email, a card or no region, as they have it, may stay. */
export function checkChange(
  by: Role,
  before: PersonFields,
  after: PersonFields,
  rules: AccountRules,
): Result<PersonFields, PersonRefusal> {
  if (!mayChangeRole(by, before.role)) return fail('role-not-allowed', { field: 'role' })
  const emailStays = after.email !== null && after.email === before.email
  const policy = after.cardId === before.cardId ? anyCard : rules.policy
  const standsAsIs = after.role === before.role && after.regionId === before.regionId
  const hasRegions = rules.hasRegions && !standsAsIs
  const judged = emailStays ? { ...after, email: null } : after
  const checked = checkPerson(by, judged, { policy, hasRegions })
  const named = !checked.ok && emailStays && checked.code === 'name-missing'
  return checked.ok || named ? ok(after) : checked
}
