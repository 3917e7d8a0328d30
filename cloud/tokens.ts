import { hash, randomBytes } from 'node:crypto'

/** An opaque secret of 256 bits, as text that fits a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as hexadecimal: the only form in which a token is stored. It needs no salt: it is random. */
export function sha256(text: string): string {
  return hash('sha256', text)
}
