import type { Result } from '../../contracts/result.ts'
import type { CardPolicy } from '../../core/card/warnings.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

/** What the account's card profile lets this desk hand out, as last pulled. */
export function cardPolicyOf(place: Workplace, desk: OpenDesk): Result<CardPolicy, StoreRefusal> {
  return place.reading(() => desk.directory.get().cardProfile.policy)
}
