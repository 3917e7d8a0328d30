import { Secret, TOTP } from 'otpauth'

/** An app on a phone: what it shows now, or so many steps of 30 seconds later. */
export function authenticator(secret: string) {
  return {
    shows: (steps = 0) =>
      TOTP.generate({
        secret: Secret.fromBase32(secret),
        timestamp: Date.now() + steps * 30_000,
      }),
  }
}
