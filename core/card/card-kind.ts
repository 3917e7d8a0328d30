/** What a card is, as far as its ATR tells. */
export type CardKind =
  | 'mifare-classic-1k'
  | 'mifare-classic-4k'
  | 'mifare-mini'
  | 'mifare-plus'
  | 'ultralight' // or NTAG: the ATR is the same
  | 'ultralight-c'
  | 'desfire'
  | 'topaz'
  | 'type-a' // ISO 14443 A without a name
  | 'type-b'
  | 'icode'
  | 'iso15693'
  | 'felica'
  | 'low-frequency'
  | 'phone'
  | 'payment'
  | 'identity'
  | 'iso14443-4' // a processor card that says no more
  | 'contact'
  | 'unknown'

/** `atr` in upper-case hexadecimal; empty when the reader gave none. */
export function cardKind(atr: string): CardKind {
  if (atr === '') return 'unknown'
  const storage = storageCard(atr)
  if (storage !== null) return kindOfStorage(storage)
  const known = processorCards.find(([beginning]) => atr.startsWith(beginning))
  if (known !== undefined) return known[1]
  return isContactless(atr) ? 'iso14443-4' : 'contact'
}

/** PC/SC part 3, supplement: standard (SS) and card name (NN) of a storage card. */
export type StorageCard = { readonly standard: number; readonly name: string }

/** Historical bytes 80 4F 0C and the workgroup's RID, then SS and NN. */
const storageRule = /^3B..(?:....)804F0CA000000306(..)(....)/

export function storageCard(atr: string): StorageCard | null {
  const [, standard, name] = storageRule.exec(atr) ?? []
  return standard === undefined || name === undefined
    ? null
    : { standard: Number.parseInt(standard, 16), name }
}

/** ISO 15693, parts 1 to 4. */
export function isIso15693({ standard }: StorageCard): boolean {
  return standard >= 0x09 && standard <= 0x0c
}

function kindOfStorage(card: StorageCard): CardKind {
  const { standard, name } = card
  const named = kindOfName[name]
  if (named !== undefined) return named
  if (name.startsWith('FF')) return kindOfSak[name.slice(2)] ?? 'type-a'
  if (isIso15693(card)) return 'iso15693'
  if (standard >= 0x05 && standard <= 0x07) return 'type-b'
  if (standard === 0x11) return 'felica'
  if (standard === 0x40) return 'low-frequency'
  return standard >= 0x01 && standard <= 0x03 ? 'type-a' : 'unknown'
}

/** Names of the supplement, and those that the ACR122U adds (F0..). */
const kindOfName: Readonly<Record<string, CardKind>> = {
  '0001': 'mifare-classic-1k',
  '0002': 'mifare-classic-4k',
  '0003': 'ultralight',
  '0014': 'icode',
  '0016': 'icode',
  '0026': 'mifare-mini',
  '0030': 'topaz',
  '0036': 'mifare-plus',
  '0037': 'mifare-plus',
  '0038': 'mifare-plus',
  '0039': 'mifare-plus',
  '003A': 'ultralight-c',
  '003B': 'felica',
  F004: 'topaz',
  F011: 'felica',
  F012: 'felica',
}

/** An ACR122U that knows no name gives FF and the card's SAK (NXP AN10833). */
const kindOfSak: Readonly<Record<string, CardKind>> = {
  '00': 'ultralight',
  '08': 'mifare-classic-1k',
  '88': 'mifare-classic-1k',
  '09': 'mifare-mini',
  '18': 'mifare-classic-4k',
}

/** Beginnings of ATRs by their historical bytes; a longer one stands before a shorter one. */
const processorCards: readonly (readonly [string, CardKind])[] = [
  ['3B80800101', 'phone'], // no historical bytes: host card emulation of Android
  ['3B888001000000008081710079', 'phone'], // Apple Pay
  ['3B888001000000000000000009', 'identity'], // German eID
  ['3B8180018080', 'desfire'],
  ['3B878001C1052F2F', 'mifare-plus'],
  ['3B8C800180C1052F2F', 'mifare-plus'],
  ['3B8680014449203032567E', 'payment'], // Visa payWave
  ['3B8680014B4F4E41', 'payment'], // Mastercard, "KONA"
]

/** TS 3B, T0 8n, TD1 80, TD2 01: how PC/SC part 3, 3.1.3.2.3 shows every contactless card. */
export function isContactless(atr: string): boolean {
  return /^3B8.8001/.test(atr)
}
