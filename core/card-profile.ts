import { z } from 'zod'
import { bytesOf } from './card/bytes.ts'
import { printRule, printedBy } from './card/learn.ts'
import { cardPolicy, strictPolicy } from './card/warnings.ts'
import { type CardBase, type CardTextCode, parseCardText, renderCard } from './card-number.ts'
import { type Result, ok } from './outcome.ts'

/** How an account writes Card ID. What is kept and sent are always the bytes in the card's own order. */
export const cardStyle = z.strictObject({
  order: z.enum(['card', 'reversed']),
  /** What the field begins with; Decimal switches between the two. */
  base: z.enum(['hex', 'decimal']),
  /** A decimal is filled with zeros to so many digits; 0: not at all. */
  width: z.int().min(0).max(25),
  /** Between the bytes of a hexadecimal. */
  separator: z.enum(['', ':', '-', ' ']),
})
export type CardStyle = z.infer<typeof cardStyle>

/** The number of a label, which is longer than a JavaScript number may be. */
const labelNumber = z.string().regex(/^[0-9]{1,20}$/)

/** Where Surface ID comes from when a card is tapped. */
export const surfaceRule = z.discriminatedUnion('kind', [
  /** A person types it. */
  z.strictObject({ kind: z.literal('typed') }),
  /** Computed from the UID: a rendering, a part of it, a pair, or a fixed distance from it. */
  z.strictObject({ kind: z.literal('printed'), rule: printRule }),
  /** The next label of a roll; `next` is the first number that may be given. */
  z.strictObject({
    kind: z.literal('label'),
    prefix: z.string().max(40),
    digits: z.int().min(1).max(20),
    next: labelNumber,
  }),
  /** The text on the card, its first NDEF text record. */
  z.strictObject({ kind: z.literal('ndef') }),
])
export type SurfaceRule = z.infer<typeof surfaceRule>
export type LabelRule = Extract<SurfaceRule, { kind: 'label' }>

/** How the desks of an account understand its cards. */
export const cardProfile = z.strictObject({
  cardId: cardStyle,
  surface: surfaceRule,
  policy: cardPolicy,
})
export type CardProfile = z.infer<typeof cardProfile>

export const defaultCardProfile: CardProfile = {
  cardId: { order: 'card', base: 'hex', width: 0, separator: '' },
  surface: { kind: 'typed' },
  policy: strictPolicy,
}

/** Card ID as the account writes it, or in the other base. */
export function cardText(style: CardStyle, uid: string, base: CardBase = style.base): string {
  const ordered = inOrder(style, uid)
  if (base === 'hex') return bytesOf(ordered).join(style.separator)
  return renderCard(ordered, 'decimal').padStart(style.width, '0')
}

/** Reads what `cardText` writes, and what `parseCardText` reads; the UID in the card's own order. */
export function parseCardId(
  style: CardStyle,
  text: string,
  base: CardBase,
  keepLength: number | null = null,
): Result<string, CardTextCode> {
  const read = parseCardText(text, base, keepLength)
  return read.ok ? ok(inOrder(style, read.value)) : read
}

export type TappedCard = {
  readonly uid: string
  readonly ndefText: string | null
  /** See `nextLabel`. */
  readonly nextLabel: string | null
}

/** Surface ID of a tapped card; null where the rule leaves it to a person or has no answer for this card. */
export function surfaceFor({ surface }: CardProfile, card: TappedCard): string | null {
  switch (surface.kind) {
    case 'typed':
      return null
    case 'printed':
      return printedBy(surface.rule, card.uid)
    case 'label':
      return card.nextLabel
    case 'ndef':
      return card.ndefText
  }
}

/**
 * The label after `highest`, which is the highest one that is known to be given; null when the roll is at
 * its end.
 */
export function nextLabel(rule: LabelRule, highest: string | null): string | null {
  const given = highest === null ? null : numberOf(rule, highest)
  const first = BigInt(rule.next)
  const next = given !== null && given >= first ? given + 1n : first
  const text = next.toString().padStart(rule.digits, '0')
  return text.length > rule.digits ? null : `${rule.prefix}${text}`
}

function numberOf({ prefix, digits }: LabelRule, label: string): bigint | null {
  const rest = label.slice(prefix.length)
  const isOfRoll = label.startsWith(prefix) && rest.length === digits && /^[0-9]+$/.test(rest)
  return isOfRoll ? BigInt(rest) : null
}

function inOrder({ order }: CardStyle, uid: string): string {
  return order === 'card' ? uid : bytesOf(uid).toReversed().join('')
}
