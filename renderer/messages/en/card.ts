import type { CardKind } from '../../../core/card/card-kind.ts'
import type { CardWords } from '../../../core/card/card-view.ts'
import type { CutId } from '../../../core/card/cut.ts'
import type { FormId } from '../../../core/card/form.ts'
import type { WarningCode } from '../../../core/card/warnings.ts'

const kinds: Record<CardKind, string> = {
  'mifare-classic-1k': 'MIFARE Classic 1K',
  'mifare-classic-4k': 'MIFARE Classic 4K',
  'mifare-mini': 'MIFARE Mini',
  'mifare-plus': 'MIFARE Plus',
  ultralight: 'NTAG or MIFARE Ultralight',
  'ultralight-c': 'MIFARE Ultralight C',
  desfire: 'MIFARE DESFire',
  topaz: 'Topaz',
  'type-a': 'ISO 14443 A card',
  'type-b': 'ISO 14443 B card',
  icode: 'ICODE',
  iso15693: 'ISO 15693 card',
  felica: 'FeliCa',
  'low-frequency': '125 kHz card',
  phone: 'Phone or watch',
  payment: 'Bank card',
  identity: 'Identity card or passport',
  'iso14443-4': 'Processor card (ISO 14443-4)',
  contact: 'Contact card',
  unknown: 'Not known; tap the card to see it',
}

const forms: Record<FormId, string> = {
  hex: 'Hexadecimal',
  'hex-colon': 'Hexadecimal with “:”',
  'hex-dash': 'Hexadecimal with “-”',
  'hex-space': 'Hexadecimal with spaces',
  decimal: 'Decimal',
  padded: 'Decimal',
  'pair-8-16': 'Facility, card (2H4H)',
  'pair-16-16': 'Facility, card (4H4H)',
  'pair-16-19': 'Facility, card (37 bits)',
  'facility-100000': 'Facility × 100000 + card',
  comma: 'Number and pair',
  'wiegand-26': 'Wiegand 26 (H10301)',
  'wiegand-34': 'Wiegand 34 (H10306)',
  'wiegand-37': 'Wiegand 37 (H10304)',
}

/** Names of fixed widths by the bytes that are written. */
const widthNames: Readonly<Record<number, string>> = { 3: '6H8D', 4: '8H10D', 5: '10H12D' }

const form: CardWords['form'] = ({ form: id, bytes, digits }) => {
  if (id !== 'padded') return forms[id]
  const name = widthNames[bytes]
  return `Decimal, ${digits} digits${name === undefined ? '' : ` (${name})`}`
}

const cuts: Record<CutId, string> = {
  card: 'card order',
  reversed: 'reversed',
  'first-4': 'first 4 bytes',
  'first-4-reversed': 'first 4 bytes, reversed',
  'last-4': 'last 4 bytes',
  'last-4-reversed': 'last 4 bytes, reversed',
  'first-3': 'first 3 bytes',
  'first-3-reversed': 'first 3 bytes, reversed',
  'last-3': 'last 3 bytes',
  'last-3-reversed': 'last 3 bytes, reversed',
  'last-5': 'last 35 bits',
  'first-5-reversed': 'last 35 bits, reversed',
  cascade: '88 and first 3 bytes',
  'cascade-reversed': '88 and first 3 bytes, reversed',
}

/** In a few words, for the line under Card ID. */
const short: Record<WarningCode, string> = {
  random: 'Random number: changes with every tap.',
  'desfire-random': 'Random number: changes with every tap.',
  'cascade-tag': 'Only a part of the number.',
  truncated: 'Only a part of the number.',
  'maybe-random': 'May be random: tap twice and compare.',
  'fixed-phone': 'Many phones show this same number.',
  blank: 'Not a real card number.',
  'no-uid': 'No number from this card.',
  phone: 'A phone: its number may change.',
  payment: 'A bank card: its number may change.',
  identity: 'An identity card: its number may change.',
  clonable: 'This number is easily copied.',
}

const advice: Record<WarningCode, string> = {
  random:
    'Random number: the card shows another one with every tap, as phones and privacy cards do. It can never be recognised again; use another card.',
  'desfire-random':
    'Random number of a DESFire card: it shows another one with every tap. Use another card, or have its random ID switched off.',
  'cascade-tag':
    'Only the first part of a longer number, marked by 88: the reader stopped too early. Read the card with another reader.',
  truncated:
    'Shorter than cards of this kind have it: the reader passed on only a part. Read the card with another reader, or type the whole number.',
  'maybe-random':
    'Ends with 08: if this reader turns numbers around, it is random and changes with every tap. Tap the card twice and compare.',
  'fixed-phone': 'Some phones all show this same number, so it tells nobody apart. Use a card.',
  blank: 'Nothing but 00 or FF: no real card has this number. Read the card again, or use another.',
  'no-uid': 'The reader got no number from this card. Try another reader or another card.',
  phone: 'A phone or a watch: its number may change with the next tap. Use a card.',
  payment:
    'A bank card: its number may change, and it will when the bank replaces the card. Use an access card.',
  identity:
    'An identity card or passport: most show another number with every tap. Use an access card.',
  clonable: 'Good to know: the number of this kind of card is easily copied to another one.',
}

/** Card numbers: their kinds, renderings and warnings; the command line speaks with these words too. */
export const card = {
  title: 'Card details',
  /** Of the button beside Card ID, whose whole name is the title. */
  open: 'Details',
  uid: 'UID',
  kind: 'Kind',
  bytes: (count: number) => `${count} bytes`,
  kinds,
  form,
  cuts,
  short,
  advice,
  shortened: 'As some readers shorten it',
  copy: 'Copy',
  copyOf: (label: string) => `Copy: ${label}`,
  copied: (text: string) => `Copied: ${text}`,
  close: 'Close',
}
