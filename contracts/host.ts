import { z } from 'zod'
import { call } from './door.ts'

/** Text as the keyring `backend` sealed it, base64. */
const sealedText = z.strictObject({ sealed: z.string(), backend: z.string() })
export type SealedText = z.infer<typeof sealedText>

/**
 * What the data process asks of main, because only main can: the operating system's keyring and browser, and
 * the built-in cloud. Sealed text is base64 and opaque.
 */
export const host = {
  vault: {
    /** `null` when the system has no keyring: the caller keeps the text in memory only. */
    seal: call(z.strictObject({ text: z.string() }), sealedText.nullable(), []),
    /** `null` when it cannot be opened any more (other user, other backend): sign in again. */
    open: call(sealedText, z.string().nullable(), []),
  },
  /** The system's, for signing in. */
  browser: {
    open: call(z.strictObject({ url: z.url() }), z.undefined(), ['not-opened']),
    /** It has done its part: our window comes before it. */
    back: call(z.undefined(), z.undefined(), []),
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

/** What main posts to the built-in cloud, once. */
export const openEmbeddedCloud = z.strictObject({
  dataDir: z.string().min(1),
  /** SQLite's native part where the runtime needs another than the package's own. */
  nativeBinding: z.string().optional(),
})
export type OpenEmbeddedCloud = z.infer<typeof openEmbeddedCloud>

/** Its one reply: where it listens and who may sign in, or the code of what went wrong. */
export const embeddedCloudReply = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true), url: z.url(), email: z.string(), password: z.string() }),
  z.object({ ready: z.literal(false), code: z.string() }),
])
export type EmbeddedCloudReply = z.infer<typeof embeddedCloudReply>
