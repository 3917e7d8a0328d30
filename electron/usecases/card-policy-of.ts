import type { Result } from '../../contracts/result.ts'
import type { CardPolicy } from '../../core/card/warnings.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

/** What the account's card profile lets this desk hand out, as last pulled. */
export function cardPolicyOf(place: Workplace, desk: OpenDesk): Result<CardPolicy, StoreRefusal> {
  return place.reading(() => desk.directory.get().cardProfile.policy)
}

/** What an account asks of people. */
export type AccountRules = {
  readonly policy: CardPolicy
  /** Whether its cloud knows of regions. */
  readonly hasRegions: boolean
}

export function rulesOf(place: Workplace, desk: OpenDesk): Result<AccountRules, StoreRefusal> {
  return place.reading(() => {
    const { cardProfile, regions } = desk.directory.get()
    return { policy: cardProfile.policy, hasRegions: regions !== undefined }
  })
}
