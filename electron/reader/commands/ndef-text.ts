/** What the bytes read so far say; `more`: go on reading. */
export type NdefText = { kind: 'text'; text: string } | { kind: 'none' } | { kind: 'more' }

const none: NdefText = { kind: 'none' }
const more: NdefText = { kind: 'more' }

/**
 * The first text record in a Type 2 tag (NFC Forum Type 2 Tag 1.1), from the beginning of its memory at
 * page 3: the capability container, then blocks of type, length and value. Reserved bytes in the middle
 * of the data, which a tag may declare and the usual chips do not have, are not left out.
 */
export function ndefText(memory: Uint8Array): NdefText {
  if (memory.length < container.bytes) return more
  const [magic, version = 0, size = 0, access = 0] = memory
  const isReadable = magic === 0xe1 && version >> 4 === 1 && access >> 4 === 0
  if (!isReadable) return none
  return inBlocks(memory.subarray(container.bytes), size * 8)
}

const container = { bytes: 4 }
const block = { null: 0x00, message: 0x03, end: 0xfe } as const

/** `size`: bytes of the tag's data area, of which `data` has been read. */
function inBlocks(data: Uint8Array, size: number): NdefText {
  let at = 0
  while (at < size) {
    const type = data[at]
    if (type === undefined) return more
    if (type === block.end) return none
    at += 1
    if (type === block.null) continue
    const length = lengthAt(data, at)
    if (length === null) return more
    const end = length.after + length.value
    if (end > size) return none
    if (type === block.message) return inMessage(data.subarray(length.after, end), length.value)
    at = end
  }
  return none
}

/** One byte, or FF and two. */
function lengthAt(data: Uint8Array, at: number): { value: number; after: number } | null {
  const [first, high, low] = data.subarray(at, at + 3)
  if (first === undefined) return null
  if (first !== 0xff) return { value: first, after: at + 1 }
  if (high === undefined || low === undefined) return null
  return { value: (high << 8) | low, after: at + 3 }
}

const flag = { last: 0x40, chunked: 0x20, short: 0x10, hasId: 0x08 } as const
const wellKnown = 0x01
const textType = 0x54

/** Records one after another (NDEF 1.0, section 3.2); `size` is the whole message's. */
function inMessage(message: Uint8Array, size: number): NdefText {
  let at = 0
  while (at < size) {
    const head = recordHead(message, at)
    if (head === null) return message.length < size ? more : none
    if (head.chunked || head.end > size) return none
    if (head.isText) {
      if (message.length < head.end) return more
      return textOf(message.subarray(head.payload, head.end))
    }
    if (head.last) return none
    at = head.end
  }
  return none
}

function recordHead(message: Uint8Array, at: number) {
  const flags = message[at]
  if (flags === undefined) return null
  const lengthBytes = (flags & flag.short) === 0 ? 4 : 1
  const idBytes = (flags & flag.hasId) === 0 ? 0 : 1
  const typeAt = at + 2 + lengthBytes + idBytes
  if (message.length < typeAt) return null
  const typeLength = message[at + 1] ?? 0
  const idLength = idBytes === 0 ? 0 : (message[typeAt - 1] ?? 0)
  const payload = typeAt + typeLength + idLength
  const length = message.subarray(at + 2, at + 2 + lengthBytes).reduce((n, b) => n * 256 + b, 0)
  if (typeLength > 0 && message.length <= typeAt) return null
  return {
    last: (flags & flag.last) !== 0,
    chunked: (flags & flag.chunked) !== 0,
    isText: (flags & 0x07) === wellKnown && typeLength === 1 && message[typeAt] === textType,
    payload,
    end: payload + length,
  }
}

/** RTD Text 1.0, section 3.2: status, language, text in UTF-8 or UTF-16 (big-endian without a mark). */
function textOf(payload: Uint8Array): NdefText {
  const status = payload[0]
  if (status === undefined) return none
  const bytes = payload.subarray(1 + (status & 0x3f))
  const isUtf16 = (status & 0x80) !== 0
  const encoding = isUtf16 ? utf16(bytes) : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).trim()
    return text === '' ? none : { kind: 'text', text }
  } catch {
    return none
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
}
