import { describe, expect, it } from 'vitest'
import { looksContact, moreSeen, seenBy } from './contact-slot.ts'

describe('a slot for contact cards', () => {
  it.each([
    ['ACS ACR1252 1S CL Reader SAM 0', true], // CL is said of the whole device
    ['ACS ACR1252 1S CL Reader PICC 0', false],
    ['ACS ACR122U PICC Interface 00 00', false],
    ['ACS ACR1281 1S Dual Reader PICC 0', false],
    ['ACS ACR1281 1S Dual Reader ICC 0', true],
    ['ACS ACR1281 1S Dual Reader SAM 0', true],
    ['HID Global OMNIKEY 5422CL Smartcard Reader 0', false],
    ['Identiv uTrust 4701 F Contact Reader 0', true],
    ['Identiv uTrust 4701 F Contactless Reader 1', false],
    ['Yubico YubiKey OTP+FIDO+CCID 00 00', true],
    ['Virtual PCD 00 01', false],
    ['Some new reader 0', false],
  ])('is told by the name %s: %s', (reader, contact) => {
    expect(looksContact({ reader, seen: 'nothing' })).toBe(contact)
  })

  it('is none any more once it has shown a contactless card, whatever it is called', () => {
    const reader = 'ACS ACR1281 1S Dual Reader SAM 0'
    expect(looksContact({ reader, seen: 'contactless' })).toBe(false)
  })

  it('is one when nothing but contact cards were seen in it', () => {
    expect(looksContact({ reader: 'Some new reader 0', seen: 'contact' })).toBe(true)
  })
})

describe('what a reader has shown', () => {
  it.each([
    ['3B8F8001804F0CA0000003060300030000000068', 'contactless'],
    ['3B8180018080', 'contactless'],
    ['3B80800101', 'contactless'],
    ['3BDF18008131FE588031', 'contact'],
    ['3F6525', 'contact'],
    ['', 'nothing'],
  ] as const)('with ATR %s is %s', (atr, seen) => {
    expect(seenBy(atr)).toBe(seen)
  })

  it('only ever grows', () => {
    expect(moreSeen('contactless', 'contact')).toBe('contactless')
    expect(moreSeen('nothing', 'contact')).toBe('contact')
  })
})
