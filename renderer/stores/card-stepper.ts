import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { CardStep } from '../../core/card-step.ts'
import { untilAnswered } from './until-answered.ts'
import { type Done, changeOpen, useUserCards, withStep } from './user-cards.ts'

/** Records what happened to a card of the user who is shown, and takes it back. */
export function createCardStepper(deps: {
  readonly userCards: Asking<Ipc>['userCards']
  readonly pause: (ms: number) => Promise<void>
  readonly newId: () => string
}) {
  const { userCards, pause, newId } = deps

  return {
    /** A second press meanwhile does nothing. */
    async take(step: CardStep): Promise<void> {
      const { open } = useUserCards.getState()
      if (open === null || open.sending) return
      const opId = newId()
      const recordId = open.row.id
      changeOpen((now) => ({ ...now, sending: true, failure: null }))
      const given = step.action === 'replace' || step.action === 'lend'
      const reader = given ? (open.giving?.card.tappedFrom ?? null) : null
      const change = { opId, recordId, step, reader }
      const answer = await untilAnswered(() => userCards.change(change), pause)
      if (useUserCards.getState().open?.row.id !== recordId) return
      changeOpen((now) =>
        answer.ok
          ? {
              row: withStep(now.row, step),
              giving: null,
              sending: false,
              failure: null,
              done: { opId, action: step.action, before: now.row },
            }
          : { ...now, sending: false, failure: answer },
      )
    },

    /** Answers whether it was early enough. */
    async undo({ opId, before }: Done): Promise<boolean> {
      const answer = await untilAnswered(() => userCards.undo({ opId }), pause)
      const undone = answer.ok && answer.value.undone
      changeOpen((now) => ({
        ...now,
        row: undone ? before : now.row,
        failure: answer.ok ? null : answer,
      }))
      return undone
    },
  }
}
