import { Secret, TOTP } from 'otpauth'

/** How an app lists it. */
const issuer = 'Tapdesk'

/** Steps of 30 seconds that the clock of a phone may be before or behind. */
const window = 1

/** 160 bits, in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an app reads from a picture: https://github.com/google/google-authenticator/wiki/Key-Uri-Format. */
export function uriOf(secret: string, label: string): string {
  return new TOTP({ issuer, label, secret }).toString()
}

/** The step that these digits belong to; null: to none of about now. */
export function stepOf(secret: string, digits: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = TOTP.validate({
    token: digits,
    secret: Secret.fromBase32(secret),
    timestamp,
    window,
  })
  return delta === null ? null : TOTP.counter({ timestamp }) + delta
}
