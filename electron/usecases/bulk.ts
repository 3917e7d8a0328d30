import type { BulkItem, BulkOutcome, BulkRefusal } from '../../core/bulk.ts'
import type { Role } from '../../core/role.ts'
import { mayChangeRole } from '../../core/role.ts'
import type { AcceptedMany, Standing } from '../store/desk-store.ts'

/** What of a step on many records goes to the store, and what is refused before. */
export type Sorted = {
  readonly allowed: readonly BulkItem[]
  /** With the store's answer: what the person is told. */
  readonly outcome: (answer: AcceptedMany) => BulkOutcome
}

/**
 * Asks `reasonOf` about every record that is there. Those that are not, or not any more, are the store's
 * to refuse: it knows whether this very step is what removed them.
 */
export function sortOut(
  items: readonly BulkItem[],
  standings: readonly Standing[],
  reasonOf: (standing: Standing) => BulkRefusal | null,
): Sorted {
  const known = new Map(standings.map((standing) => [standing.recordId, standing]))
  const reasons = new Map<string, BulkRefusal>()
  for (const standing of standings) {
    const reason = standing.deleted ? null : reasonOf(standing)
    if (reason !== null) reasons.set(standing.recordId, reason)
  }
  const refusal = (recordId: string, reason: BulkRefusal) => {
    return { recordId, name: known.get(recordId)?.name ?? '', reason }
  }
  return {
    allowed: items.filter(({ recordId }) => !reasons.has(recordId)),
    outcome: ({ accepted, gone }) => ({
      accepted: accepted.length,
      refused: [
        ...[...reasons].map(([recordId, reason]) => refusal(recordId, reason)),
        ...gone.map(({ recordId }) => refusal(recordId, 'gone')),
      ],
    }),
  }
}

/** Why `by` cannot do anything to this record now. */
export function untouchable(by: Role, { role, parked }: Standing): BulkRefusal | null {
  if (!mayChangeRole(by, role)) return 'role'
  return parked ? 'attention' : null
}

/** Why there is no invitation to send again or to withdraw. */
export function notInvited({ kind, registered, email }: Standing): BulkRefusal | null {
  if (registered) return 'registered'
  if (kind === 'invitation') return null
  return email === null ? 'no-email' : 'registered'
}
