import { z } from 'zod'
import { role } from '../core/role.ts'
import { keepable } from './cloud-parts.ts'

/** The computer at which somebody signs in. */
export const atDesk = z.object({ id: z.uuid(), name: keepable(100) })

export const tokens = z.object({
  accessToken: z.string(),
  /** Seconds. */
  accessExpiresIn: z.int(),
  refreshToken: z.string(),
})
export type Tokens = z.infer<typeof tokens>

export const membership = z.object({ id: z.uuid(), name: z.string(), role })
export const signedIn = z.object({
  cloudId: z.uuid(),
  person: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
  accounts: z.array(membership),
  tokens,
})
export type SignedIn = z.infer<typeof signedIn>
