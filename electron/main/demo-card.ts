/** A card for trying out, never seen before: `uid` and `atr` in upper-case hexadecimal. */
export type DemoCard = { readonly uid: string; readonly atr: string }

export type DemoCardKind = 'ntag' | 'classic'

/** PC/SC part 3, 3.1.3.2.3: RID A000000306, standard ISO 14443 A part 3, then the card's name. */
const ultralightAtr = '3B8F8001804F0CA0000003060300030000000068'
const classicAtr = '3B8F8001804F0CA000000306030001000000006A'

/**
 * NTAG: 7 bytes, the first 04 (NXP, ISO/IEC 7816-6). MIFARE Classic: 4 bytes; 08, 80 and 88 as first byte
 * would mean a random or a partial UID, and so would 88 as the fourth of seven.
 */
export function makeDemoCard(
  kind: DemoCardKind,
  randomBytes: (count: number) => Uint8Array,
): DemoCard {
  const random = randomBytes(6)
  if (kind === 'ntag') {
    random[2] = random[2] === 0x88 ? 0x89 : (random[2] ?? 0)
    random[5] = 0x80
    return { uid: hex([0x04, ...random]), atr: ultralightAtr }
  }
  const first = 0x10 + ((random[0] ?? 0) % 0x60)
  return { uid: hex([first, ...random.subarray(1, 4)]), atr: classicAtr }
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')
}
