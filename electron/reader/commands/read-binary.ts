/**
 * READ BINARY (PC/SC part 3, section 3.2.2.1.8) of a Type 2 tag: P2 is a page of four bytes, and a tag
 * gives four pages at once.
 */
export const readBinary = { build, parse }

export const pageBytes = 4

export type ReadAnswer =
  | { kind: 'data'; data: Uint8Array }
  /** The reader wants the exact length: ask again with it. */
  | { kind: 'wrong-length'; length: number }
  /** No such page, no memory that is read so, or the card has left. */
  | { kind: 'none' }

function build(page: number, length = 4 * pageBytes): Uint8Array {
  return Uint8Array.of(0xff, 0xb0, 0x00, page, length)
}

function parse(response: Uint8Array): ReadAnswer {
  const [sw1, sw2] = response.subarray(-2)
  if (sw1 === undefined || sw2 === undefined) return { kind: 'none' }
  if (sw1 === 0x6c) return { kind: 'wrong-length', length: sw2 }
  const data = response.slice(0, -2)
  const whole = data.length >= pageBytes && data.length % pageBytes === 0
  return sw1 === 0x90 && sw2 === 0x00 && whole ? { kind: 'data', data } : { kind: 'none' }
}
