import { z } from 'zod'
import { cardStep, cardStepRefusal } from '../core/card-step.ts'
import { readerName } from '../core/desk-reader.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

/** What happens to the cards of a user: lost, found, replaced, lent, taken back. */
export const userCards = {
  change: call(
    z.strictObject({
      opId: z.uuid(),
      recordId: z.uuid(),
      step: cardStep,
      /** Where the card was laid down; null: typed or chosen. */
      reader: readerName.nullable().default(null),
    }),
    z.strictObject({ recordId: z.uuid() }),
    [
      ...writing,
      ...cardStepRefusal.options,
      'gone',
      'card-held', // detail.name: somebody else has the card
      'card-random',
      'card-partial',
      'end-passed', // of a temporary card; field until
      'cards-not-allowed',
    ],
  ),
  /** Takes a step back until it is sent, 10 s at the earliest, and as long as it is the last one. */
  undo: call(z.strictObject({ opId: z.uuid() }), z.strictObject({ undone: z.boolean() }), writing),
}
