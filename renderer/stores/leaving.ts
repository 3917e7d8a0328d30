import { create } from 'zustand'

type Leaving = {
  /** Saves what would be lost when another desk, or nobody, takes the place of this one. */
  readonly saveFirst: () => Promise<void>
}

const nothingToSave: Leaving = { saveFirst: () => Promise.resolve() }

export const useLeaving = create<Leaving>()(() => nothingToSave)

/** Returns the way to take it back. */
export function saveBeforeLeaving(saveFirst: Leaving['saveFirst']): () => void {
  useLeaving.setState({ saveFirst })
  return () => useLeaving.setState(nothingToSave)
}
