import { z } from 'zod'
import { cardLengths } from './card/bytes.ts'
import { type Result, fail, ok } from './outcome.ts'

/** UID bytes in canonical order (ISO 14443 as sent, ISO 15693 `E0` first) as upper-case hexadecimal, 3 to 10 bytes. */
export const cardUid = z.string().regex(/^([0-9A-F]{2}){3,10}$/)
export type CardUid = z.infer<typeof cardUid>

export type CardBase = 'hex' | 'decimal'

export type CardTextCode =
  | 'empty'
  | 'hex-letter' // a character that is neither a hexadecimal digit nor a separator
  | 'decimal-letter' // hexadecimal letters although the field is decimal
  | 'odd-digits'
  | 'too-short'
  | 'too-long'
  | 'wrong-length' // so many bytes as no card number has: a digit too many or too few

const lengths: readonly number[] = cardLengths
const shortestTypedDecimal = 4

/**
 * Reads what a person typed. Hexadecimal may carry `0x` and the separators `:` `-` and spaces; a decimal is
 * the unsigned big-endian value and takes the byte length `keepLength` when it fits, so that a tapped or
 * hex-typed value survives the switch to decimal and back; otherwise the shortest length of a UID.
 */
export function parseCardText(
  text: string,
  base: CardBase,
  keepLength: number | null = null,
): Result<CardUid, CardTextCode> {
  const bare = text.replace(/[\s:-]/g, '')
  if (bare === '') return fail('empty')
  return base === 'hex' ? parseHex(bare) : parseDecimal(bare, keepLength)
}

/** The text of a UID: all digits, a decimal without padding. */
export function renderCard(uid: CardUid, base: CardBase): string {
  return base === 'hex' ? uid : BigInt(`0x${uid}`).toString()
}

/** Bytes of a UID, for keeping its length across a switch of base. */
export function byteLength(uid: CardUid): number {
  return uid.length / 2
}

function parseHex(bare: string): Result<CardUid, CardTextCode> {
  const digits = bare.replace(/^0x/i, '').toUpperCase()
  if (!/^[0-9A-F]*$/.test(digits)) return fail('hex-letter')
  if (digits.length % 2 === 1) return fail('odd-digits', { detail: { digits: digits.length } })
  return withinLengths(digits)
}

function parseDecimal(bare: string, keepLength: number | null): Result<CardUid, CardTextCode> {
  if (!/^[0-9]+$/.test(bare)) return fail('decimal-letter')
  const digits = BigInt(bare).toString(16).toUpperCase()
  const needed = Math.ceil(digits.length / 2)
  const fits = (length: number) => length >= needed
  const length =
    keepLength !== null && fits(keepLength)
      ? keepLength
      : cardLengths.find((candidate) => candidate >= shortestTypedDecimal && fits(candidate))
  if (length === undefined) return fail('too-long')
  return withinLengths(digits.padStart(length * 2, '0'))
}

function withinLengths(digits: string): Result<CardUid, CardTextCode> {
  const bytes = digits.length / 2
  if (bytes < 3) return fail('too-short', { detail: { bytes } })
  if (bytes > 10) return fail('too-long', { detail: { bytes } })
  return lengths.includes(bytes) ? ok(digits) : fail('wrong-length', { detail: { bytes } })
}
