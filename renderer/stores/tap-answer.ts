import { create } from 'zustand'
import type { UnreadableReason } from '../../core/reader.ts'
import type { ReaderSignal } from '../../core/reader-signal.ts'
import type { TapOutcome } from './card-field.ts'

/** What became of a card on a reader. */
export type TapMeaning =
  | TapOutcome
  | 'refused' // the account hands out no such card
  | 'found' // whose it is
  | 'assigned' // to the person whose turn it was
  | 'taken' // somebody else has it
  | 'nobody' // whose turn it could be
  | 'labelled' // with the next running label
  | 'has-label' // from before
  | 'unknown' // nobody has it
  | 'passing' // nobody has it, and its number is not kept
  | 'full' // no running label is left
  | 'not-saved'
  | 'tested' // the readers are being looked at
  | UnreadableReason

export type TapAnswer = {
  readonly meaning: TapMeaning
  /** null: it could not be read. */
  readonly uid: string | null
  readonly reader: string
  readonly label: string
  /** Whose card it is. */
  readonly holder?: string
}

/** The answer that everybody sees and hears; `count` grows, so that the same one twice is two. */
export const useTapAnswer = create<{ readonly answer: TapAnswer | null; readonly count: number }>()(
  () => ({ answer: null, count: 0 }),
)

export function answerTap(answer: TapAnswer) {
  useTapAnswer.setState(({ count }) => ({ answer, count: count + 1 }))
}

/** How a card is answered by sound, colour and lamp. */
export function toneOf(meaning: TapMeaning): ReaderSignal {
  switch (meaning) {
    case 'filled':
    case 'same':
    case 'found':
    case 'tested':
    case 'assigned':
    case 'labelled':
      return 'done'
    case 'offered':
    case 'taken':
    case 'has-label':
    case 'nobody':
    case 'unknown':
    case 'passing':
    case 'moved':
    case 'in-use':
      return 'warning'
    case 'refused':
    case 'not-saved':
    case 'full':
    case 'too-short':
    case 'no-uid':
    case 'bad-answer':
    case 'mute':
    case 'timeout':
      return 'refused'
  }
}
