import { create } from 'zustand'
import type { HandOver } from '../../core/hand-over.ts'

/** What colleagues at this computer left for this person, and what became of what they left themselves. */
export const useHandOvers = create<{ readonly list: readonly HandOver[] }>()(() => ({ list: [] }))

export function forgetHandOvers() {
  useHandOvers.setState({ list: [] })
}
