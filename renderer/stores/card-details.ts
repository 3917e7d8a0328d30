import { create } from 'zustand'
import type { ViewedCard } from '../../core/card/card-view.ts'

type Shown = {
  /** The card that is explained; null: nothing is asked. */
  readonly card: ViewedCard | null
}

export const useCardDetails = create<Shown>()(() => ({ card: null }))

export function openCardDetails(card: ViewedCard) {
  useCardDetails.setState({ card })
}

export function closeCardDetails() {
  useCardDetails.setState({ card: null })
}
