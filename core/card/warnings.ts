import { z } from 'zod'
import { type CardKind, cardKind } from './card-kind.ts'

/** What is to be known about a card before somebody depends on its number. */
export const warningCode = z.enum([
  'random', // begins with 08: another number at every tap (ISO 14443-3, NXP AN10927)
  'desfire-random', // begins with 80 and is a DESFire: the same
  'cascade-tag', // begins with 88: a reader that stopped after the first part of a longer number
  'truncated', // shorter than cards of this kind have it
  'maybe-random', // a keyboard reader may have turned 08 around to the end
  'fixed-phone', // 01020304: some phones show it, all of them the same
  'blank', // nothing but 00 or FF
  'no-uid', // the reader has no number for this card
  'phone',
  'payment',
  'identity',
  'clonable', // for information: the number is easily copied
])
export type WarningCode = z.infer<typeof warningCode>

export const cardSource = z.enum([
  'reader',
  'keyboard', // a reader that types
  'keyboard-part', // one that is known to leave bytes out
  'typed',
])
export type CardSource = z.infer<typeof cardSource>

export type SeenCard = {
  /** Upper-case hexadecimal; null when the reader gave none. */
  readonly uid: string | null
  /** Upper-case hexadecimal; empty when it is not known. */
  readonly atr?: string
  readonly source?: CardSource
}

/** What an account lets its desks hand out. */
export const cardPolicy = z.strictObject({ allowRandom: z.boolean(), allowPartial: z.boolean() })
export type CardPolicy = z.infer<typeof cardPolicy>

/** Until an account says otherwise. */
export const strictPolicy: CardPolicy = { allowRandom: false, allowPartial: false }

/** For a card that somebody holds already: what is kept is not refused any more. */
export const anyCard: CardPolicy = { allowRandom: true, allowPartial: true }

/** All that applies, the gravest first. */
export function warningsOf(card: SeenCard): readonly WarningCode[] {
  const { uid, atr = '', source = 'typed' } = card
  const kind = cardKind(atr)
  const applies: Record<WarningCode, boolean> = {
    ...(uid === null ? numberless : aboutNumber(uid, kind, source)),
    phone: kind === 'phone' || (uid !== null && isUnregisteredFelica(uid)),
    payment: kind === 'payment',
    identity: kind === 'identity',
  }
  return warningCode.options.filter((code) => applies[code])
}

/** Nobody to depend on: the number changes, or others have the same. */
export const cardRefusalReason = z.enum(['random', 'partial'])
export type CardRefusal = z.infer<typeof cardRefusalReason>

/** Whether the account's desks may not hand out a card with this warning, and why. */
export function refusalOf(code: WarningCode, policy: CardPolicy): CardRefusal | null {
  const refusal = refusalFor[code]
  return refusal === undefined || policy[allowedBy[refusal]] ? null : refusal
}

export function isRefused(code: WarningCode, policy: CardPolicy): boolean {
  return refusalOf(code, policy) !== null
}

/** The first reason for which this card is refused. Desk and cloud decide by the UID alone. */
export function cardRefusal(card: SeenCard, policy: CardPolicy): CardRefusal | null {
  for (const code of warningsOf(card)) {
    const refusal = refusalOf(code, policy)
    if (refusal !== null) return refusal
  }
  return null
}

const refusalFor: Partial<Record<WarningCode, CardRefusal>> = {
  random: 'random',
  'desfire-random': 'random',
  'cascade-tag': 'partial',
  truncated: 'partial',
}

const allowedBy: Record<CardRefusal, keyof CardPolicy> = {
  random: 'allowRandom',
  partial: 'allowPartial',
}

type AboutNumber = Record<Exclude<WarningCode, 'phone' | 'payment' | 'identity'>, boolean>

const numberless: AboutNumber = {
  random: false,
  'desfire-random': false,
  'cascade-tag': false,
  truncated: false,
  'maybe-random': false,
  'fixed-phone': false,
  blank: false,
  'no-uid': true,
  clonable: false,
}

function aboutNumber(uid: string, kind: CardKind, source: CardSource): AboutNumber {
  const single = uid.length === 8
  const random = single && uid.startsWith('08')
  const cascaded = single && (uid.startsWith('88') || (isKeyboard(source) && uid.endsWith('0488')))
  return {
    ...numberless,
    'no-uid': false,
    random,
    'desfire-random': single && uid.startsWith('80') && kind === 'desfire',
    'cascade-tag': cascaded,
    truncated: !cascaded && isTruncated(uid, kind, source),
    'maybe-random': single && !random && isKeyboard(source) && uid.endsWith('08'),
    'fixed-phone': uid === '01020304',
    blank: /^(?:0+|F+)$/.test(uid),
    clonable: uid.length === 10 || clonableKinds.has(kind),
  }
}

/** Fewer bytes than every card of its kind has; from a keyboard reader `8804xx`, in either order, is half an NXP card. */
function isTruncated(uid: string, kind: CardKind, source: CardSource): boolean {
  const bytes = uid.length / 2
  if (source === 'keyboard-part' || bytes < (leastBytes[kind] ?? 3)) return true
  if (bytes !== 3) return false
  return source === 'reader' || (source === 'keyboard' && /^8804|0488$/.test(uid))
}

function isKeyboard(source: CardSource): boolean {
  return source === 'keyboard' || source === 'keyboard-part'
}

const leastBytes: Partial<Record<CardKind, number>> = {
  ultralight: 7,
  'ultralight-c': 7,
  icode: 8,
  iso15693: 8,
  felica: 8,
}

const clonableKinds: ReadonlySet<CardKind> = new Set<CardKind>([
  'mifare-classic-1k',
  'mifare-classic-4k',
  'mifare-mini',
  'ultralight',
  'low-frequency',
])

/** An IDm of a phone that was never registered changes (manufacturer code 05FE). */
function isUnregisteredFelica(uid: string): boolean {
  return uid.length === 16 && uid.startsWith('05FE')
}
