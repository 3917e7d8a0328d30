import { cardLengths, hexOf } from '../card/bytes.ts'
import { reversedBytes } from '../card/same-card.ts'

/** What somebody may mean by a number of a card: a part of its hexadecimal, or a decimal in either order. */
export type NumberSearch = {
  /** Upper-case hexadecimal; null: it is none. */
  readonly part: string | null
  /** Whole UIDs. */
  readonly equal: readonly string[]
}

export function numberSearch(typed: string): NumberSearch {
  const bare = typed.replace(/[\s:-]/g, '').toUpperCase()
  const part = /^[0-9A-F]{2,20}$/.test(bare) ? bare : null
  if (!/^[0-9]{1,25}$/.test(bare)) return { part, equal: [] }
  const value = BigInt(bare)
  const found = cardLengths.flatMap((bytes) => hexOf(value, bytes) ?? [])
  return { part, equal: [...new Set(found.flatMap((uid) => [uid, reversedBytes(uid)]))] }
}
