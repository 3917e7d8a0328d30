import { z } from 'zod'
import { call } from './door.ts'

/**
 * What the data process asks of main, because only main can: the operating system's keyring and the
 * built-in cloud. Sealed text is base64 and opaque.
 */
export const host = {
  vault: {
    /** `null` when the system has no keyring: the caller keeps the text in memory only. */
    seal: call(z.strictObject({ text: z.string() }), z.string().nullable(), []),
    /** `null` when it cannot be opened any more (other user, other backend): sign in again. */
    open: call(z.strictObject({ sealed: z.string() }), z.string().nullable(), []),
  },
  demoCloud: {
    /** Starts it unless it runs. */
    start: call(
      z.undefined(),
      z.strictObject({ url: z.url(), email: z.string(), password: z.string() }),
      ['demo-failed'],
    ),
  },
} as const

export type Host = typeof host
