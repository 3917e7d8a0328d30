import { hash, verify } from '@node-rs/argon2'
import { newToken } from './tokens.ts'

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's first choice. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export type PasswordCheck = (hashed: string | null, password: string) => Promise<boolean>

/** Takes as long for an unknown person (`hashed` null) as for a known one, so that nobody can tell. */
export function createPasswordCheck(): PasswordCheck {
  let nobody: Promise<string> | null = null
  return async (hashed, password) => {
    nobody ??= hashPassword(newToken())
    const matches = await verify(hashed ?? (await nobody), password)
    return matches && hashed !== null
  }
}
