import { create } from 'zustand'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Tap } from '../../core/reader.ts'
import type { Typed } from '../keyboard-reader/listen.ts'

/** What has been seen so far of a keyboard reader that is being set up. */
export type Learning = {
  /** What it typed last; null while nobody has held a card to it. */
  readonly typed: Typed | null
  /** UID of the card that another reader read meanwhile. */
  readonly uid: string | null
}

export const useWedge = create<{ readonly learning: Learning | null }>()(() => ({ learning: null }))

export function learnWedge(typed: Typed | null = null) {
  useWedge.setState({ learning: { typed, uid: null } })
}

export function closeLearning() {
  useWedge.setState({ learning: null })
}

/** Nothing is asked where the way of writing is known; otherwise a person is, once. */
export async function takeTyped(reader: Pick<Asking<Ipc>['reader'], 'typed'>, typed: Typed) {
  const { learning } = useWedge.getState()
  if (learning !== null) return useWedge.setState({ learning: { ...learning, typed } })
  const answer = await reader.typed({ typed: typed.typed, byPosition: typed.byPosition })
  if (!answer.ok || answer.value === 'unknown') learnWedge(typed)
}

/** A card on another reader belongs to the question while it is asked, and to no form. */
export function heedsTap(tap: Pick<Tap, 'uid' | 'source'>): boolean {
  const { learning } = useWedge.getState()
  if (learning === null || tap.source !== undefined) return false
  useWedge.setState({ learning: { ...learning, uid: tap.uid } })
  return true
}
