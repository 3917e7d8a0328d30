import { bytesOf, valueOf } from './bytes.ts'

/**
 * What is known of a UID. `value` and `mask` are upper-case hexadecimal of the UID's length: a bit of the
 * mask is set where the bit of the value is known; unknown bits of the value are 0.
 */
export type Pattern = { readonly value: string; readonly mask: string }

/** Everything is known. */
export function patternOf(uid: string): Pattern {
  return { value: uid, mask: 'F'.repeat(uid.length) }
}

export function isWhole({ mask }: Pattern): boolean {
  return /^F*$/.test(mask)
}

/** Whether the UID agrees with all that is known. */
export function matchPattern({ value, mask }: Pattern, uid: string): boolean {
  return uid.length === mask.length && (valueOf(uid) & valueOf(mask)) === valueOf(value)
}

/** Whether one UID could agree with both: what is known of both is the same. */
export function mayBeSame(one: Pattern, other: Pattern): boolean {
  if (one.mask.length !== other.mask.length) return false
  const both = valueOf(one.mask) & valueOf(other.mask)
  return (valueOf(one.value) & both) === (valueOf(other.value) & both)
}

/** For people: `04C43B????????`; a byte of which only some bits are known is `?` too. */
export function patternText({ value, mask }: Pattern): string {
  const masks = bytesOf(mask)
  return bytesOf(value)
    .map((byte, at) => (masks[at] === 'FF' ? byte : '??'))
    .join('')
}
