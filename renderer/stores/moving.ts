import type { CardMove } from '../../core/card-move.ts'
import type { Hints } from '../../core/hints.ts'
import { type Role, mayChangeRole, mayMoveCards } from '../../core/role.ts'
import { offerUndo, undoMs } from './removals.ts'

/** What was decided about a card that somebody else holds: it is taken from them when the form is saved. */
export type Moving = {
  /** Of the move, minted with the decision: saving twice is one move. */
  readonly opId: string
  readonly cardId: string
  readonly from: Holder
}

export type Holder = { readonly recordId: string; readonly name: string }

/** The holder from whom the card may be taken by somebody with the role `by`; null: nobody. */
export function movableFrom(card: Hints['card'], by: Role): Holder | null {
  if (card === null || card.likeness !== 'same') return null
  return mayMoveCards(by) && mayChangeRole(by, card.role) ? card : null
}

/** null also when the form holds another card by now. */
export function moveOf(moving: Moving | null, cardId: string | null): CardMove | null {
  if (moving === null || moving.cardId !== cardId) return null
  return { opId: moving.opId, fromRecordId: moving.from.recordId }
}

/** To be told the time before the question was asked, so that the offer never outlives what it offers. */
export function offerMoveBack(
  move: { readonly opId: string; readonly from: string; readonly to: string },
  asked: number,
) {
  const { opId, from, to } = move
  offerUndo({ opIds: [opId], count: 1, name: to, moved: { from, to }, until: asked + undoMs })
}
