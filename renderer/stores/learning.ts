import { type Candidate, type PrintedCard, confirm, learn } from '../../core/card/learn.ts'

/** What is known of the printed number so far: one card after another, each with what stands on it. */
export type Learning = {
  /** The last card, and what is typed for it. */
  readonly card: PrintedCard | null
  /** What the cards before it agree on; null for the first. */
  readonly before: readonly Candidate[] | null
}

export const nothingLearned: Learning = { card: null, before: null }

/** Another card continues where the last one left a doubt, and begins anew everywhere else. */
export function laid(learning: Learning, uid: string): Learning {
  if (learning.card?.uid === uid) return learning
  const found = candidatesOf(learning)
  const inDoubt = found.length > 0 && !found.some(({ certain }) => certain)
  return { card: { uid, printed: '' }, before: inDoubt ? found : null }
}

export function printedOn(learning: Learning, printed: string): Learning {
  return learning.card === null ? learning : { ...learning, card: { ...learning.card, printed } }
}

/** Rules that explain every card so far, the likeliest first. */
export function candidatesOf({ card, before }: Learning): readonly Candidate[] {
  if (card === null || card.printed.trim() === '') return []
  return before === null ? learn(card) : confirm(before, card)
}
