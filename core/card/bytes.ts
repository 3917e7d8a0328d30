/** Lengths of card numbers in bytes: facility/card pairs 3, ISO 14443 4, 7, 10, EM 5, ISO 15693 and FeliCa 8. */
export const cardLengths = [3, 4, 5, 7, 8, 10] as const

/** The unsigned value of hexadecimal digits, most significant first. */
export function valueOf(hex: string): bigint {
  return hex === '' ? 0n : BigInt(`0x${hex}`)
}

/** `value` in `bytes` bytes, upper-case hexadecimal; null when it does not fit. */
export function hexOf(value: bigint, bytes: number): string | null {
  const digits = value.toString(16).toUpperCase()
  return value < 0n || digits.length > bytes * 2 ? null : digits.padStart(bytes * 2, '0')
}

export function bytesOf(hex: string): readonly string[] {
  return hex.match(/../g) ?? []
}

/** The value whose low `count` bits are set. */
export function lowBits(count: number): bigint {
  return (1n << BigInt(count)) - 1n
}
