import type { CardSource, SeenCard } from '../../core/card/warnings.ts'
import { type CardBase, byteLength, parseCardText } from '../../core/card-number.ts'
import {
  type CardStyle,
  cardText,
  defaultCardProfile,
  parseCardId,
} from '../../core/card-profile.ts'

/** The Card ID field: text in one of two bases, over bytes whose length survives the switch. */
export type CardField = {
  readonly text: string
  readonly base: CardBase
  /** How the account writes card numbers. */
  readonly style: CardStyle
  /** Bytes to keep when the text is decimal; null when nothing but the digits is known. */
  readonly length: number | null
  /** The reader whose tap filled the field, as long as nobody touched it since. */
  readonly tappedFrom: string | null
  /** ATR of the tapped card; empty when it is not known. */
  readonly atr: string
  /** What kind of reader the number came from. */
  readonly source: CardSource
  /** A tapped card that may take the place of what is there: somebody has to say so. */
  readonly offer: TappedCard | null
}

export type TappedCard = {
  readonly uid: string
  readonly atr: string
  readonly reader: string
  readonly ndefText: string | null
  readonly source?: CardSource | undefined
}

export const emptyCard: CardField = {
  text: '',
  base: 'hex',
  style: defaultCardProfile.cardId,
  length: null,
  tappedFrom: null,
  atr: '',
  source: 'typed',
  offer: null,
}

export function uidOf(card: CardField) {
  return parseCardId(card.style, card.text, card.base, card.length)
}

export function typed(card: CardField, text: string): CardField {
  const uid = parseCardId(card.style, text, card.base)
  const length = card.base === 'hex' && uid.ok ? byteLength(uid.value) : null
  return { ...card, text, length, tappedFrom: null, atr: '', source: 'typed' }
}

/** Converts what can be read; anything else stays as it is typed and only its meaning changes. */
export function switched(card: CardField, base: CardBase): CardField {
  const uid = uidOf(card)
  if (base === card.base || !uid.ok) return { ...card, base }
  const text = cardText(card.style, uid.value, base)
  return { ...card, base, text, length: byteLength(uid.value) }
}

export type TapOutcome = 'filled' | 'same' | 'offered' | 'too-short'

/** A tap fills an empty field; what is there already is never overwritten unasked, unless it `replaces`. */
export function tapped(
  card: CardField,
  tap: TappedCard,
  replaces = false,
): { readonly card: CardField; readonly outcome: TapOutcome } {
  const read = parseCardText(tap.uid, 'hex')
  if (!read.ok) return { card, outcome: 'too-short' }
  const present = uidOf(card)
  if (present.ok && present.value === read.value) {
    return { card: { ...card, ...originOf(tap), offer: null }, outcome: 'same' }
  }
  if (card.text.trim() === '' || replaces) {
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

/** The same card in another way of writing; in an empty field its base is the one to begin with. */
export function restyled(card: CardField, style: CardStyle): CardField {
  if (JSON.stringify(style) === JSON.stringify(card.style)) return card
  if (card.text === '') return { ...card, style, base: style.base }
  const uid = uidOf(card)
  return uid.ok
    ? { ...card, style, text: cardText(style, uid.value, card.base) }
    : { ...card, style }
}

/** The field for a card that is known already, in the base and style of this one. */
export function holding(
  uid: string | null,
  { base, style }: Pick<CardField, 'base' | 'style'>,
): CardField {
  const empty = { ...emptyCard, base, style }
  if (uid === null) return empty
  return { ...empty, text: cardText(style, uid, base), length: byteLength(uid) }
}

/** Both are whole numbers, of one card. */
export function isSameCard(one: CardField, other: CardField): boolean {
  const [uid, before] = [uidOf(one), uidOf(other)]
  return uid.ok && before.ok && uid.value === before.value
}

/** The card as it can be judged; null while there is no whole number. */
export function seenCard(card: CardField): (SeenCard & { readonly uid: string }) | null {
  const uid = uidOf(card)
  if (!uid.ok) return null
  return { uid: uid.value, atr: card.atr, source: card.source }
}

function filled(card: CardField, tap: TappedCard): CardField {
  return { ...holding(tap.uid, card), ...originOf(tap) }
}

function originOf({ reader, atr, source = 'reader' }: TappedCard) {
  return { tappedFrom: reader, atr, source }
}
