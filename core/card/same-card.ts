import { bytesOf } from './bytes.ts'
import { type CutId, bytesTaken, cutFrom } from './cut.ts'

/**
 * How two card numbers relate. `reversed`: one reader turned the bytes around; `may-be`: one of them is
 * what a cheap reader passes on of the other, so that it fits the same card and others too.
 */
export type CardLikeness = 'same' | 'reversed' | 'may-be'

/** Of UIDs as upper-case hexadecimal; null: two cards. */
export function cardLikeness(one: string, other: string): CardLikeness | null {
  if (one === other) return 'same'
  if (one === reversedBytes(other)) return 'reversed'
  return shortened(one).includes(other) || shortened(other).includes(one) ? 'may-be' : null
}

/** Where to look for cards like one: `equal` numbers, and numbers that begin so in one order of bytes. */
export type Lookalikes = {
  readonly equal: readonly string[]
  /** Of the number in the card's order. */
  readonly beginnings: readonly string[]
  /** Of the number turned around. */
  readonly endings: readonly string[]
}

/** Finds every number that `cardLikeness` relates to this one, and others: whoever asks compares again. */
export function lookalikesOf(uid: string): Lookalikes {
  const both = [...new Set([uid, reversedBytes(uid)])]
  const mayBeCut = uid.length <= longestCut * 2
  return {
    equal: [...new Set([...both, ...shortened(uid)])],
    beginnings: mayBeCut ? [...new Set(both.flatMap((each) => [each, ...behindTag(each)]))] : [],
    endings: mayBeCut ? both : [],
  }
}

/** LSB first becomes MSB first and back. */
export function reversedBytes(uid: string): string {
  return bytesOf(uid).toReversed().join('')
}

const cuts = ['first-3', 'last-3', 'first-4', 'last-4'] as const satisfies readonly CutId[]
const longestCut = 4
const cascadeTag = '88'
/** ISO 14443-3, 6.5.4: a UID of one level is never announced by the tag. */
const cascadedLengths: readonly number[] = [7, 10]

/** What readers pass on instead of the whole UID, in either order. */
function shortened(uid: string): string[] {
  const length = uid.length / 2
  const cascade = cascadedLengths.includes(length) ? (['cascade'] as const) : []
  const shorter = cuts.filter((cut) => bytesTaken(cut, length) < length)
  return [...shorter, ...cascade]
    .map((cut) => cutFrom(uid, cut))
    .flatMap((part) => [part, reversedBytes(part)])
}

/** `88 04 C4 3B` is the beginning `04 C4 3B` of a longer UID. */
function behindTag(uid: string): string[] {
  const tagged = uid.length === longestCut * 2 && uid.startsWith(cascadeTag)
  return tagged ? [uid.slice(cascadeTag.length)] : []
}
