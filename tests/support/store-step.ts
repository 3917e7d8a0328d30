import * as fc from 'fast-check'
import type { CardStep } from '../../core/card-step.ts'

const cards = [null, '11111111', '22222222'] as const
const anyCard = fc.constantFrom(...cards)
const anyText = fc.constantFrom('', 'A', 'B')
/** Picks among what there is at that moment. */
const which = fc.nat({ max: 99 })

/** One thing that may happen to a store; data, so that a failing life shrinks. */
export const storeStep = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), card: anyCard, email: fc.boolean() }),
  fc.record({ kind: fc.constant('update' as const), which, card: anyCard, text: anyText }),
  fc.record({ kind: fc.constant('rename' as const), which, text: anyText }),
  fc.record({ kind: fc.constant('delete' as const), which }),
  fc.record({ kind: fc.constant('grant' as const), which, others: which, group: which }),
  fc.record({ kind: fc.constant('resend' as const), which, email: fc.boolean() }),
  fc.record({
    kind: fc.constant('delete-many' as const),
    which,
    others: which,
    held: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('undo' as const), which }),
  fc.record({ kind: fc.constant('move' as const), which, others: which, undone: fc.boolean() }),
  fc.record({ kind: fc.constant('move-parked' as const), which }),
  fc.record({
    kind: fc.constant('card-step' as const),
    which,
    action: fc.constantFrom('block', 'unblock', 'replace', 'lend', 'take-back' as const),
    card: fc.constantFrom('11111111', '22222222'),
    undone: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('language' as const), nordic: fc.boolean() }),
  fc.record({ kind: fc.constant('claim' as const), items: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('settle' as const),
    which,
    as: fc.constantFrom(
      'applied',
      'retry',
      'parked',
      'gone',
      'vanished',
      'taken',
      'rebased',
      'discarded',
      'registered' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('page' as const),
    which,
    deleted: fc.boolean(),
    late: fc.boolean(),
    text: anyText,
  }),
  fc.record({ kind: fc.constant('correct' as const), which, text: anyText, card: anyCard }),
  fc.record({ kind: fc.constant('discard' as const), which }),
  fc.record({
    kind: fc.constant('decide' as const),
    which,
    giveUp: fc.boolean(),
    group: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('snapshot' as const), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('restart' as const) }),
)
export type StoreStep = typeof storeStep extends fc.Arbitrary<infer T> ? T : never

/** A step with a card of somebody who has `held` as the main one. */
export function cardStepOf(
  { action, card: cardId }: Extract<StoreStep, { kind: 'card-step' }>,
  held: string | null,
): CardStep {
  switch (action) {
    case 'block':
      return { action, cardId, reason: 'lost' }
    case 'unblock':
    case 'take-back':
      return { action, cardId }
    case 'replace':
      return { action, cardId, surfaceId: '', replaces: held }
    case 'lend':
      return { action, cardId, surfaceId: '', until: '2027-01-01T00:00:00.000Z' }
  }
}
