import { create } from 'zustand'
import type { TappedCard } from './card-field.ts'

type Choosing = {
  /** Where the chosen card goes; null: none is being chosen. */
  readonly take: ((card: TappedCard) => void) | null
}

export const useChoosing = create<Choosing>()(() => ({ take: null }))

export function openChoosing(take: (card: TappedCard) => void) {
  useChoosing.setState({ take })
}

export function closeChoosing() {
  useChoosing.setState({ take: null })
}
