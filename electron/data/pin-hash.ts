import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Pins } from '../usecases/pin-gate.ts'

/** N of scrypt: 32 MiB with r = 8, a tenth of a second on an office computer. */
const cost = 2 ** 15
const hashBytes = 32
const saltBytes = 16

/**
 * PINs by scrypt (RFC 7914). Four digits are guessed by whoever has the file and a day; what is kept only
 * makes each guess dear. The lock keeps people out who have the desk, not its disk.
 */
export const pins: Pins = {
  async hash(pin) {
    const salt = randomBytes(saltBytes)
    return { salt, hash: await derive(pin, salt, cost), cost }
  },
  async matches(pin, kept) {
    return timingSafeEqual(await derive(pin, kept.salt, kept.cost), kept.hash)
  },
}

function derive(pin: string, salt: Buffer, n: number): Promise<Buffer> {
  // Twice what the algorithm needs: node compares with `>`.
  const options = { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
