import { isContactless } from './card/card-kind.ts'
import type { ReaderNote } from './desk-reader.ts'

/**
 * Whether a reader is a slot for contact cards or security modules, which a contactless reader often
 * shows beside itself. What it has shown counts more than what it is called.
 */
export function looksContact({ reader, seen }: Pick<ReaderNote, 'reader' | 'seen'>): boolean {
  if (seen === 'contactless') return false
  if (/\bSAM\b/i.test(reader)) return true
  if (contactlessNames.test(reader)) return false
  return seen === 'contact' || contactNames.test(reader)
}

/** PICC: proximity card; CL: contactless, also glued to the model. */
const contactlessNames = /PICC|contact-?less|\bCL\b|\d{4}CL\b|NFC|RFID|\bvirtual pcd\b/i

/** ICC: a card with contacts. */
const contactNames =
  /\bICC\b|\bcontact\b|yubikey|nitrokey|\btoken\b|virtual smart card|windows hello|microsoft (UICC|IFD)/i

/** What the ATR of a card says about the reader that gave it; no ATR says nothing. */
export function seenBy(atr: string): ReaderNote['seen'] {
  if (atr === '') return 'nothing'
  return isContactless(atr) ? 'contactless' : 'contact'
}

const ranks = { nothing: 0, contact: 1, contactless: 2 } as const

/** Of two sights the one that says more. */
export function moreSeen(one: ReaderNote['seen'], other: ReaderNote['seen']): ReaderNote['seen'] {
  return ranks[one] >= ranks[other] ? one : other
}
