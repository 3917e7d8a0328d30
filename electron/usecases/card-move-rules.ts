import type { CardMove } from '../../core/card-move.ts'
import { type Result, fail, ok } from '../../core/outcome.ts'
import { mayChangeRole, mayMoveCards } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { undoMs } from './undo-time.ts'

/**
 * Whether the person at the desk may take a card from its holder. A holder whom this desk does not know
 * is left to the cloud, which checks everything again.
 */
export function checkCardMove(
  place: Workplace,
  desk: OpenDesk,
  fromRecordId: string | null,
): Result<void, 'move-not-allowed' | StoreRefusal> {
  if (fromRecordId === null) return ok()
  const { role } = desk.identity.account
  if (!mayMoveCards(role)) return fail('move-not-allowed', { field: 'cardId' })
  const holder = place.reading(() => desk.people.standing([fromRecordId]))
  if (!holder.ok) return holder
  const above = holder.value.some((standing) => !mayChangeRole(role, standing.role))
  return above ? fail('move-not-allowed', { field: 'cardId' }) : ok()
}

/** Keeps a move from being sent while Undo is offered. */
export function holdMove(desk: OpenDesk, move: Pick<CardMove, 'opId'> | null) {
  if (move !== null) desk.hold([move.opId], undoMs)
}
