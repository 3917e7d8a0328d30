import { describe, expect, it } from 'vitest'
import { type MailTrouble, mailTrouble } from './mail-trouble.ts'

describe('why a mail did not arrive', () => {
  it.each<[string, MailTrouble]>([
    ['550 5.1.1 <a@b.example>: Recipient address rejected: User unknown', 'address-unknown'],
    ['550-5.1.1 The email account that you tried to reach does not exist', 'address-unknown'],
    ['5.1.2 Host unknown', 'domain-unknown'],
    ['556 5.1.10 Recipient address has null MX', 'domain-unknown'],
    ['5.4.4 Host or domain name not found', 'domain-unknown'],
    ['550 5.2.1 The account is disabled', 'mailbox-off'],
    ['552 5.2.2 Mailbox full', 'mailbox-full'],
    ['550 5.7.26 This mail is unauthenticated', 'not-wanted'],
    ['4.4.1 connect to 10.5.1.1: Connection timed out', 'not-reached'],
    ['4.4.7 Message expired', 'not-reached'],
  ])('is read from %j', (reason, trouble) => {
    expect(mailTrouble(reason)).toBe(trouble)
  })

  it.each([
    '',
    '550 No such mailbox here',
    'connect to 5.1.1.1: refused',
    '250 2.1.5 Ok',
    '5.6.0 x',
  ])('is not known from %j', (reason) => {
    expect(mailTrouble(reason)).toBeNull()
  })
})
