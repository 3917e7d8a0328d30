import { create } from 'zustand'
import type { Tap } from '../../core/reader.ts'
import { type Learning, laid, nothingLearned, printedOn } from './learning.ts'

type Probe = {
  readonly card: Pick<Tap, 'uid' | 'ndefText'> | null
  readonly learning: Learning
  /** Tells taps apart, also of the same card. */
  readonly count: number
}

const nothing: Probe = { card: null, learning: nothingLearned, count: 0 }

/** The card that was laid down to look at it: it is nobody's and goes nowhere. */
export const useProbe = create<Probe>()(() => nothing)

export function probe({ uid, ndefText }: Pick<Tap, 'uid' | 'ndefText'>) {
  useProbe.setState(({ learning, count }) => ({
    card: { uid, ndefText },
    learning: laid(learning, uid),
    count: count + 1,
  }))
}

export function setPrinted(printed: string) {
  useProbe.setState(({ learning }) => ({ learning: printedOn(learning, printed) }))
}

export function forgetProbe() {
  useProbe.setState(nothing, true)
}
