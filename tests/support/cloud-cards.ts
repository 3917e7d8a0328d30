import { v7 } from 'uuid'
import type { CardStep } from '../../core/card-step.ts'
import { type Desk, appliedChange, createOf } from './cloud-desk.ts'
import { latest } from './cloud-invitations.ts'

/** People and their cards as one test makes them; `prefix`: two hexadecimal digits, of no other test. */
export function cardsOf(desk: Desk, prefix: string) {
  let cards = 0
  return {
    /** A number that nobody has. */
    freshCard: () => `${prefix}${String((cards += 1)).padStart(6, '0')}`,

    /** With a card its Surface ID is L-1; the id of the record. */
    person: async (firstName: string, cardId: string | null = null): Promise<string> => {
      const surfaceId = cardId === null ? '' : 'L-1'
      const [made] = await desk.send(createOf({ firstName, cardId, surfaceId }))
      return appliedChange(made).id
    },

    stateOf: async (id: string) => (await latest(desk, id))?.state,
  }
}

export const stepOf = (recordId: string, step: CardStep) => ({
  opId: v7(),
  method: 'card',
  recordId,
  step,
})

export function moveOf(
  recordId: string,
  fromRecordId: string,
  cardId: string,
  replaces: string | null = null,
) {
  const surfaceId = 'L-1'
  return { opId: v7(), method: 'move-card', recordId, fromRecordId, cardId, surfaceId, replaces }
}
