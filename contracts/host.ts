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

/** What the reference cloud says once it listens: the line that it prints alone, the message it posts embedded. */
export const cloudReady = z.object({
  ready: z.literal(true),
  url: z.url(),
  cloudId: z.uuid(),
  demo: z.object({ email: z.string(), password: z.string() }),
})

/** How the built-in cloud is started: one JSON argument. */
export const demoCloudOptions = z.strictObject({
  dataDir: z.string(),
  /** SQLite's native part where the runtime needs another than the package's own. */
  sqliteBinding: z.string().nullable(),
})
export type DemoCloudOptions = z.infer<typeof demoCloudOptions>
