import { isIso15693, storageCard } from '../../../core/card/card-kind.ts'
import { toHex } from '../hex.ts'

/**
 * GET DATA for the UID (PC/SC part 3, section 3.2.2.1.3): the same for every contactless card, and
 * nothing but bytes in and bytes out.
 */
export const getUid = { build, parse }

export type UidAnswer =
  /** Canonical order: ISO 14443 as the card sends it, ISO 15693 with E0 first. */
  | { kind: 'uid'; uid: Uint8Array }
  /** The reader wants the exact length: ask again with it. */
  | { kind: 'wrong-length'; length: number }
  /** The card was out of reach for a moment, or left. */
  | { kind: 'again' }
  /** The reader has no UID for this card; asking again does not help. */
  | { kind: 'no-uid' }
  /** Anything else, among it success without data and data of a length no UID has. */
  | { kind: 'bad-answer' }

/** `length` 0 stands for "all of it". */
function build(length = 0): Uint8Array {
  return Uint8Array.of(0xff, 0xca, 0x00, 0x00, length)
}

function parse(response: Uint8Array, atr: Uint8Array): UidAnswer {
  const [sw1, sw2] = response.subarray(-2)
  if (sw1 === undefined || sw2 === undefined) return { kind: 'again' }
  const data = response.subarray(0, -2)
  const status = (sw1 << 8) | sw2
  if (status === 0x9000) return uidFrom(data, atr)
  if (sw1 === 0x6c) return { kind: 'wrong-length', length: sw2 }
  if (status === 0x6300) return { kind: 'again' }
  if (noUid.has(status)) return { kind: 'no-uid' }
  return { kind: 'bad-answer' }
}

/** Function, instruction or class not supported. */
const noUid = new Set([0x6a81, 0x6d00, 0x6e00])

/** ISO 14443: single, double, triple size; ISO 15693 and FeliCa: 8. */
const uidLengths = new Set([4, 7, 8, 10])

function uidFrom(data: Uint8Array, atr: Uint8Array): UidAnswer {
  if (!uidLengths.has(data.length)) return { kind: 'bad-answer' }
  const storage = storageCard(toHex(atr))
  const backwards =
    storage !== null && isIso15693(storage) && data[0] !== 0xe0 && data.at(-1) === 0xe0
  return { kind: 'uid', uid: backwards ? data.toReversed() : data.slice() }
}
