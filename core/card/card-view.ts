import { type CardKind, cardKind } from './card-kind.ts'
import { type CutId, bytesTaken } from './cut.ts'
import type { FormId } from './form.ts'
import { type Rendered, type RenderingId, renderingsOf } from './renderings.ts'
import { type CardSource, type WarningCode, warningsOf } from './warnings.ts'

/** The words of one language for what is known about a card. */
export type CardWords = {
  readonly form: (written: {
    readonly form: FormId
    readonly bytes: number
    readonly digits: number
  }) => string
  readonly cuts: Readonly<Record<CutId, string>>
  readonly advice: Readonly<Record<WarningCode, string>>
}

export type CardView = {
  readonly uid: string
  readonly kind: CardKind
  readonly renderings: readonly RenderedView[]
  readonly warnings: readonly { readonly code: WarningCode; readonly advice: string }[]
}

export type RenderedView = {
  readonly id: RenderingId
  readonly cut: CutId
  /** How it is written, without which bytes are. */
  readonly form: string
  readonly label: string
  readonly text: string
}

export type ViewedCard = {
  readonly uid: string
  readonly atr?: string
  readonly source?: CardSource
}

/** Everything that can be said about a card: the same for the window and for the command line. */
export function cardView(card: ViewedCard, words: CardWords): CardView {
  return {
    uid: card.uid,
    kind: cardKind(card.atr ?? ''),
    renderings: renderingsOf(card.uid).map((one) => viewOf(one, card.uid.length / 2, words)),
    warnings: warningsOf(card).map((code) => ({ code, advice: words.advice[code] })),
  }
}

function viewOf({ rendering, text }: Rendered, length: number, words: CardWords): RenderedView {
  const { id, cut } = rendering
  const bytes = bytesTaken(cut, length)
  const form = words.form({ form: rendering.form, bytes, digits: text.length })
  return { id, cut, form, label: `${form}, ${words.cuts[cut]}`, text }
}
