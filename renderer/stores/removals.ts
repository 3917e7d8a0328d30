import { create } from 'zustand'

/** How long a deletion can be taken back, ms of the monotonic clock. */
export const undoMs = 10_000

/** A deletion, or a card move, that is recorded and not sent yet. */
export type Removal = {
  readonly opIds: readonly string[]
  readonly count: number
  /** null when there are several. */
  readonly name: string | null
  /** Names of a card move. */
  readonly moved: { readonly from: string; readonly to: string } | null
  /** On the monotonic clock, ms. */
  readonly until: number
}

export const useRemovals = create<{ readonly list: readonly Removal[] }>()(() => ({ list: [] }))

/** Whole seconds that are left, counted up, so that the last one is still a second. */
export function secondsLeft({ until }: Pick<Removal, 'until'>, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000))
}

export function stillOffered(list: readonly Removal[], now: number): readonly Removal[] {
  const left = list.filter((removal) => secondsLeft(removal, now) > 0)
  return left.length === list.length ? list : left
}

export function offerUndo(removal: Removal) {
  useRemovals.setState(({ list }) => ({ list: [...list, removal] }))
}

export function withdrawUndo(removal: Removal) {
  useRemovals.setState(({ list }) => ({ list: list.filter((each) => each !== removal) }))
}

/** Takes away every offer whose time is over. */
export function expireRemovals(now: number) {
  useRemovals.setState(({ list }) => ({ list: stillOffered(list, now) }))
}

export function forgetRemovals() {
  useRemovals.setState({ list: [] })
}
