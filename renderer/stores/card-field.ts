import type { SeenCard } from '../../core/card/warnings.ts'
import { type CardBase, byteLength, parseCardText, renderCard } from '../../core/card-number.ts'

/** The Card ID field: text in one of two bases, over bytes whose length survives the switch. */
export type CardField = {
  readonly text: string
  readonly base: CardBase
  /** Bytes to keep when the text is decimal; null when nothing but the digits is known. */
  readonly length: number | null
  /** The reader whose tap filled the field, as long as nobody touched it since. */
  readonly tappedFrom: string | null
  /** ATR of the tapped card; empty when it is not known. */
  readonly atr: string
  /** A tapped card that may take the place of what is there: somebody has to say so. */
  readonly offer: TappedCard | null
}

export type TappedCard = { readonly uid: string; readonly atr: string; readonly reader: string }

export const emptyCard: CardField = {
  text: '',
  base: 'hex',
  length: null,
  tappedFrom: null,
  atr: '',
  offer: null,
}

export function uidOf(card: CardField) {
  return parseCardText(card.text, card.base, card.length)
}

export function typed(card: CardField, text: string): CardField {
  const uid = parseCardText(text, card.base)
  const length = card.base === 'hex' && uid.ok ? byteLength(uid.value) : null
  return { ...card, text, length, tappedFrom: null, atr: '' }
}

/** Converts what can be read; anything else stays as it is typed and only its meaning changes. */
export function switched(card: CardField, base: CardBase): CardField {
  const uid = uidOf(card)
  if (base === card.base || !uid.ok) return { ...card, base }
  return { ...card, base, text: renderCard(uid.value, base), length: byteLength(uid.value) }
}

export type TapOutcome = 'filled' | 'same' | 'offered' | 'too-short'

/** A tap fills an empty field or replaces an earlier tap; what a person typed is never overwritten unasked. */
export function tapped(
  card: CardField,
  tap: TappedCard,
): { readonly card: CardField; readonly outcome: TapOutcome } {
  const read = parseCardText(tap.uid, 'hex')
  if (!read.ok) return { card, outcome: 'too-short' }
  const present = uidOf(card)
  if (present.ok && present.value === read.value) {
    const { reader, atr } = tap
    return { card: { ...card, tappedFrom: reader, atr, offer: null }, outcome: 'same' }
  }
  if (card.text.trim() === '' || card.tappedFrom !== null) {
    return { card: filled(card, tap), outcome: 'filled' }
  }
  return { card: { ...card, offer: tap }, outcome: 'offered' }
}

export function offerTaken(card: CardField): CardField {
  return card.offer === null ? card : filled(card, card.offer)
}

export function offerLeft(card: CardField): CardField {
  return { ...card, offer: null }
}

/** The field for a card that is known already, in the base it was last shown in. */
export function holding(uid: string | null, base: CardBase): CardField {
  if (uid === null) return { ...emptyCard, base }
  return { ...emptyCard, base, text: renderCard(uid, base), length: byteLength(uid) }
}

/** The card as it can be judged; null while there is no whole number. */
export function seenCard(card: CardField): (SeenCard & { readonly uid: string }) | null {
  const uid = uidOf(card)
  if (!uid.ok) return null
  return { uid: uid.value, atr: card.atr, source: card.tappedFrom === null ? 'typed' : 'reader' }
}

function filled(card: CardField, { uid, atr, reader }: TappedCard): CardField {
  return { ...holding(uid, card.base), tappedFrom: reader, atr }
}
