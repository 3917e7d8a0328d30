import { lowBits } from './bytes.ts'

/** H10301: even parity over the first 12 of 24 bits (8 facility, 16 card), odd over the last 12. */
export function frame26(value: bigint): string {
  return withParity(bits(value, 24), 12)
}

/** H10306: even parity over the first 16 of 32 bits (16 facility, 16 card), odd over the last 16. */
export function frame34(value: bigint): string {
  return withParity(bits(value, 32), 16)
}

/**
 * H10304: 16 bits of facility, 19 of card, the low 35 of `value`. Even parity over frame bits 1–19, odd
 * over 19–37, each with its own parity bit: the 18th bit of data counts for both.
 */
export function frame37(value: bigint): string {
  return withParity(bits(value, 35), 18)
}

/** Facility and card of Wiegand 37. */
export function pair37(value: bigint): string {
  const carried = value & lowBits(35)
  return `${padded(carried >> 19n, 5)},${padded(carried & lowBits(19), 6)}`
}

/** The data between the parity bits; whether these are right shows when it is framed again. */
export function valueOfFrame(frame: string): bigint | null {
  return /^[01]{3,64}$/.test(frame) ? BigInt(`0b${frame.slice(1, -1)}`) : null
}

export function valueOfPair37(text: string): bigint | null {
  const found = /^([0-9]{5}),([0-9]{6})$/.exec(text)
  if (found === null) return null
  const [facility, card] = [BigInt(found[1] ?? ''), BigInt(found[2] ?? '')]
  return facility >> 16n === 0n && card >> 19n === 0n ? (facility << 19n) | card : null
}

function bits(value: bigint, count: number): string {
  return (value & lowBits(count)).toString(2).padStart(count, '0')
}

/** `covered` bits from either end belong to the parity bit of that end. */
function withParity(data: string, covered: number): string {
  const even = ones(data.slice(0, covered)) % 2
  const odd = 1 - (ones(data.slice(-covered)) % 2)
  return `${even}${data}${odd}`
}

function ones(text: string): number {
  return text.replaceAll('0', '').length
}

function padded(value: bigint, width: number): string {
  return value.toString().padStart(width, '0')
}
