import { cardLengths, hexOf } from '../../core/card/bytes.ts'
import { reversedBytes } from '../../core/card/same-card.ts'
import { renderCard } from '../../core/card-number.ts'
import type { OtherCard } from '../../core/other-card.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import { sortKey } from '../../core/sort-key.ts'

type Searched = Pick<PersonFields, 'firstName' | 'lastName' | 'email' | 'organization' | 'cardId'>

/**
 * Everything that a search finds a person by, folded, one line each; each card in both bases. Every word
 * begins behind two spaces.
 */
export function searchTextOf(person: Searched, others: readonly OtherCard[] = []): string {
  const { email, organization, cardId } = person
  const held = [...(cardId === null ? [] : [cardId]), ...others.map((other) => other.cardId)]
  const card = held.flatMap((uid) => [uid, renderCard(uid, 'decimal')])
  const lines = [fullName(person), email ?? '', organization, ...card].map(folded)
  return lines.map((line) => `  ${line.replaceAll(' ', '  ')}`).join('\n')
}

/** Each must be found, in any of its spellings: texts of three characters and more, as trigrams need it. */
export type SearchTerm = readonly [string, ...string[]]

export type SearchQuery =
  | { readonly kind: 'everybody' }
  /** Too short to be found within a text: the beginning of a name or an email. */
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'terms'; readonly terms: readonly SearchTerm[] }

export function searchQueryOf(typed: string): SearchQuery {
  const text = folded(typed)
  if (text === '') return { kind: 'everybody' }
  if (isShort(text)) return { kind: 'prefix', text: typed }
  const card = cardSpelling(text)
  if (card !== null) return { kind: 'terms', terms: [[card, ...turned(card)]] }
  return { kind: 'terms', terms: text.split(' ').map(spellings).slice(0, mostTerms) }
}

/** Fewer than three characters hold no trigram. */
function isShort(term: string): boolean {
  return Array.from(term).length < 3
}

const mostTerms = 8

const folded = (text: string) => sortKey(text.replace(/\p{Cc}/gu, ' '), 'other')

/** `04:c4-3b`, `04 c4 3b` and `0x04c43b` are `04c43b`. */
function cardSpelling(text: string): string | null {
  const bare = text.replace(/^0x/, '').replace(/[\s:-]/g, '')
  const bytes = /^[0-9a-f]{2}([\s:-][0-9a-f]{2})+$/.test(text) || /^0x[0-9a-f]{3,}$/.test(text)
  return bytes && bare.length >= 3 ? bare : null
}

/**
 * A short term is the beginning of a word, behind as many spaces as make it three characters. Many decimals
 * are printed with leading zeros, which the number does not have.
 */
function spellings(term: string): SearchTerm {
  if (isShort(term)) return [`${' '.repeat(3 - Array.from(term).length)}${term}`]
  const number = /^0+([0-9]{3,})$/.exec(term)?.[1]
  return [term, ...(number === undefined ? [] : [number]), ...turned(term)]
}

/**
 * A whole card number as another reader sees it, the bytes turned around, in hexadecimal: every text holds
 * the card so. Decimals are told by no length, so each that such a number may have is tried.
 */
function turned(term: string): string[] {
  const isHex =
    /^[0-9a-f]+$/.test(term) && lengthsOfCards.some((bytes) => term.length === bytes * 2)
  const value = /^[0-9]{7,25}$/.test(term) ? BigInt(term) : 0n
  const lengths = lengthsOfCards.filter((bytes) => value >> BigInt((bytes - 2) * 8) > 0n)
  const decimals = lengths.flatMap((bytes) => hexOf(value, bytes) ?? [])
  return [...(isHex ? [term] : []), ...decimals].map((hex) => reversedBytes(hex).toLowerCase())
}

const lengthsOfCards = cardLengths.filter((bytes) => bytes >= 4)
