import { createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '../usecases/ports.ts'

export const secrets: Secrets = {
  make: () => randomBytes(32).toString('base64url'),
  hash: (text) => createHash('sha256').update(text).digest('base64url'),
}
