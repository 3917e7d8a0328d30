/**
 * Why a mail did not arrive, as far as it makes a difference to what can be done:
 *
 * - `address-unknown`, `domain-unknown`: there is nobody, or no mail, at this address
 * - `mailbox-off`, `mailbox-full`: there is somebody who gets none now
 * - `not-wanted`: their server takes no such mail
 * - `not-reached`: it could not be asked for days
 */
export type MailTrouble =
  | 'address-unknown'
  | 'domain-unknown'
  | 'mailbox-off'
  | 'mailbox-full'
  | 'not-wanted'
  | 'not-reached'

/**
 * By the enhanced status (RFC 3463) in what a mail server said when it refused, or when a report came back.
 * null: it has none that tells.
 */
export function mailTrouble(reason: string): MailTrouble | null {
  // No part of a number with more dots, such as an address of the network.
  const [, subject, detail] = /(?<![\d.])[45]\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/.exec(reason) ?? []
  const code = `${subject}.${detail}`
  return known.get(code) ?? (subject === undefined ? null : (families.get(subject) ?? null))
}

const known: ReadonlyMap<string, MailTrouble> = new Map([
  ['1.1', 'address-unknown'],
  ['1.3', 'address-unknown'],
  ['1.6', 'address-unknown'],
  ['1.2', 'domain-unknown'],
  ['1.10', 'domain-unknown'],
  ['4.4', 'domain-unknown'],
  ['2.1', 'mailbox-off'],
  ['2.2', 'mailbox-full'],
])

const families: ReadonlyMap<string, MailTrouble> = new Map([
  ['4', 'not-reached'],
  ['7', 'not-wanted'],
])
