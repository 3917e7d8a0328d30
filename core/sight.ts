import type { Role } from './role.ts'
import { seesOnlyOwn, seesOnlyRegion } from './role.ts'

/** Which records of an account somebody sees; all that is read or sent on their behalf goes through it. */
export type Sight =
  | { readonly of: 'account' }
  | { readonly of: 'region'; readonly regionId: string }
  /** What they made themselves. */
  | { readonly of: 'own'; readonly personId: string }
  | { readonly of: 'nobody' }

export type Member = {
  readonly personId: string
  readonly role: Role
  /** null: of none. */
  readonly regionId: string | null
}

/** Whoever is limited to a region and has none sees nobody. */
export function sightOf({ role, personId, regionId }: Member): Sight {
  if (seesOnlyOwn(role)) return { of: 'own', personId }
  if (!seesOnlyRegion(role)) return role === 'user' ? { of: 'nobody' } : { of: 'account' }
  return regionId === null ? { of: 'nobody' } : { of: 'region', regionId }
}

export function isSeen(
  sight: Sight,
  record: { readonly regionId: string | null; readonly createdBy: string },
): boolean {
  switch (sight.of) {
    case 'account':
      return true
    case 'region':
      return record.regionId === sight.regionId
    case 'own':
      return record.createdBy === sight.personId
    case 'nobody':
      return false
  }
}
