/**
 * The text of a file that a spreadsheet or a mail program wrote: by its byte order mark, as UTF-16 where
 * every other byte is nought, as UTF-8 where it is valid, else as Windows-1252, which any bytes are.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return zeroedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Latin letters in UTF-16 without a mark: noughts on one side. */
function zeroedEncoding(bytes: Uint8Array): TextEncoding | null {
  const looked = bytes.subarray(0, 512)
  const zeros = [0, 0]
  for (const [index, byte] of looked.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked.length / 4 && even === 0) return 'utf-16le'
  return even > looked.length / 4 && odd === 0 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
