import { bytesOf, hexOf, valueOf } from './bytes.ts'
import { type Pattern, patternOf } from './pattern.ts'
import { frame26, frame34, frame37, pair37, valueOfFrame, valueOfPair37 } from './wiegand.ts'

/** How bytes are written down. Facility and card are the high and the low part of the bytes. */
export type FormId =
  | 'hex'
  | 'hex-colon'
  | 'hex-dash'
  | 'hex-space'
  | 'decimal'
  | 'padded' // 6H8D of 3 bytes, 8H10D of 4, 10H12D of 5
  | 'pair-8-16' // 2H4H, "111,27706"
  | 'pair-16-16' // 4H4H, "00623,27706"
  | 'facility-100000' // facility × 100000 + card
  | 'comma' // "0010869932 165,56492": the number, and its low three bytes as a pair
  | 'wiegand-26'
  | 'wiegand-34'
  | 'wiegand-37'
  | 'pair-16-19' // facility and card of Wiegand 37

export type Form = {
  /** Of upper-case hexadecimal. */
  readonly encode: (hex: string) => string
  /** Bytes that would be written so, if there are any; whoever asks writes them again and compares. */
  readonly decode: (text: string, bytes: number) => Pattern | null
}

export const forms: Readonly<Record<FormId, Form>> = {
  hex: hexWith(''),
  'hex-colon': hexWith(':'),
  'hex-dash': hexWith('-'),
  'hex-space': hexWith(' '),
  decimal: {
    encode: (hex) => valueOf(hex).toString(),
    decode: (text, bytes) => whole(digits(text), bytes),
  },
  padded: {
    encode: (hex) => number(valueOf(hex), paddedWidth(hex.length / 2)),
    decode: (text, bytes) => whole(digits(text), bytes),
  },
  'pair-8-16': {
    encode: (hex) => pair(valueOf(hex), 3),
    decode: (text, bytes) => whole(valueOfPair(text), bytes),
  },
  'pair-16-16': {
    encode: (hex) => pair(valueOf(hex), 5),
    decode: (text, bytes) => whole(valueOfPair(text), bytes),
  },
  'facility-100000': {
    encode: (hex) => ((valueOf(hex) >> 16n) * 100_000n + (valueOf(hex) & 0xffffn)).toString(),
    decode: (text, bytes) => whole(valueOfJoined(digits(text)), bytes),
  },
  comma: {
    encode: (hex) => `${number(valueOf(hex), 10)} ${pair(valueOf(hex) & 0xffffffn, 3)}`,
    decode: (text, bytes) => whole(digits(text.split(' ')[0] ?? ''), bytes),
  },
  'wiegand-26': framed(frame26),
  'wiegand-34': framed(frame34),
  'wiegand-37': {
    encode: (hex) => frame37(valueOf(hex)),
    decode: (text, bytes) => low35(valueOfFrame(text), bytes),
  },
  'pair-16-19': {
    encode: (hex) => pair37(valueOf(hex)),
    decode: (text, bytes) => low35(valueOfPair37(text), bytes),
  },
}

/** Digits of the largest number of so many bytes, but 12 for five: the format is known as 10H12D. */
export function paddedWidth(bytes: number): number {
  return bytes === 5 ? 12 : ((1n << BigInt(bytes * 8)) - 1n).toString().length
}

function hexWith(separator: string): Form {
  return {
    encode: (hex) => bytesOf(hex).join(separator),
    decode(text, bytes) {
      const hex = separator === '' ? text : text.replaceAll(separator, '')
      return /^[0-9A-F]+$/.test(hex) && hex.length === bytes * 2 ? patternOf(hex) : null
    },
  }
}

function framed(frame: (value: bigint) => string): Form {
  return {
    encode: (hex) => frame(valueOf(hex)),
    decode: (text, bytes) => whole(valueOfFrame(text), bytes),
  }
}

function number(value: bigint, width: number): string {
  return value.toString().padStart(width, '0')
}

function pair(value: bigint, facilityWidth: number): string {
  return `${number(value >> 16n, facilityWidth)},${number(value & 0xffffn, 5)}`
}

function digits(text: string): bigint | null {
  return /^[0-9]{1,40}$/.test(text) ? BigInt(text) : null
}

function valueOfPair(text: string): bigint | null {
  const [facility, card, ...rest] = text.split(',').map(digits)
  if (facility == null || card == null || rest.length > 0 || card > 0xffffn) return null
  return (facility << 16n) | card
}

function valueOfJoined(joined: bigint | null): bigint | null {
  if (joined === null || joined % 100_000n > 0xffffn) return null
  return ((joined / 100_000n) << 16n) | (joined % 100_000n)
}

function whole(value: bigint | null, bytes: number): Pattern | null {
  const hex = value === null ? null : hexOf(value, bytes)
  return hex === null ? null : patternOf(hex)
}

/** Wiegand 37 carries 35 bits: of five bytes the highest five bits stay unknown. */
function low35(value: bigint | null, bytes: number): Pattern | null {
  const hex = value === null ? null : hexOf(value, bytes)
  if (hex === null) return null
  return { value: hex, mask: bytes < 5 ? 'F'.repeat(bytes * 2) : '07FFFFFFFF' }
}
