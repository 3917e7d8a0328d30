import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Failure } from '../../contracts/result.ts'
import { fullName } from '../../core/person.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import { type Targets, itemsFor, openAction } from './pending-actions.ts'
import { type Removal, offerUndo, undoMs, withdrawUndo } from './removals.ts'
import { select } from './selection.ts'
import { untilAnswered } from './until-answered.ts'

type Deps = {
  readonly invitations: Pick<Asking<Ipc>['invitations'], 'remove' | 'undoRemove'>
  readonly people: Pick<Asking<Ipc>['people'], 'undoMove'>
  readonly pause: (ms: number) => Promise<void>
  /** The monotonic clock, ms. */
  readonly now: () => number
  readonly newId: () => string
}

/**
 * Deletes at once and offers to take it back. The time for that is counted from before the question, so
 * that the offer never outlives what it offers.
 */
export function createRemover({ invitations, people, pause, now, newId }: Deps) {
  async function undoMoves(opIds: readonly string[]): Promise<number | Failure<FailureCode>> {
    let undone = 0
    for (const opId of opIds) {
      const answer = await untilAnswered(() => people.undoMove({ opId }), pause)
      if (!answer.ok) return answer
      if (answer.value.undone) undone += 1
    }
    return undone
  }

  return {
    /** Resolves with the failure, or null when it is recorded. */
    async remove({ ids, row }: Targets): Promise<Failure<FailureCode> | null> {
      const items = itemsFor(ids, newId)
      const until = now() + undoMs
      const answer = await untilAnswered(() => invitations.remove({ items }), pause)
      if (!answer.ok) return answer
      const { accepted, refused } = answer.value
      const left = new Set(refused.map(({ recordId }) => recordId))
      const opIds = items.filter(({ recordId }) => !left.has(recordId)).map(({ opId }) => opId)
      const name = row === null ? null : fullName(row) || row.email
      select(ids, false)
      if (accepted > 0) offerUndo({ opIds, count: accepted, name, moved: null, until })
      if (refused.length > 0) openAction({ action: 'left-alone', refused })
      return null
    },

    /** Resolves with how many came back, or the failure; the offer is gone either way. */
    async undo(removal: Removal): Promise<number | Failure<FailureCode>> {
      withdrawUndo(removal)
      const opIds = [...removal.opIds]
      if (removal.moved !== null) return undoMoves(opIds)
      const answer = await untilAnswered(() => invitations.undoRemove({ opIds }), pause)
      return answer.ok ? answer.value.undone : answer
    },
  }
}
