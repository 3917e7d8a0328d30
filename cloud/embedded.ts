import { z } from 'zod'
import { createCloud } from './main.ts'

/**
 * Entry of the built-in cloud: a utilityProcess of Electron, on loopback only. Main posts `open`; the
 * reply is `ready` with the demo person, or the code of what went wrong. Killing the process loses
 * nothing: every answer it gave is on disk.
 */
const open = z.strictObject({
  dataDir: z.string().min(1),
  nativeBinding: z.string().optional(),
})

export type EmbeddedReply =
  | {
      readonly ready: true
      readonly url: string
      readonly email: string
      readonly password: string
    }
  | { readonly ready: false; readonly code: string }

/** The part of Electron's `process.parentPort` that is used; the type of Electron is not known here. */
type ParentPort = {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: EmbeddedReply): void
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by Electron to a utilityProcess
const port = (process as unknown as { readonly parentPort: ParentPort }).parentPort
let begun = false

port.on('message', ({ data }) => {
  if (begun) return
  begun = true
  void begin(data).then((reply) => port.postMessage(reply))
})

async function begin(data: unknown): Promise<EmbeddedReply> {
  const options = open.safeParse(data)
  if (!options.success) return { ready: false, code: 'bad-message' }
  const loopback = { port: 0, host: '127.0.0.1' }
  const cloud = createCloud({ ...options.data, ...loopback, demo: true, log: false })
  process.once('SIGTERM', () => void cloud.stop().finally(() => process.exit(0)))
  const started = await cloud.start()
  if (!started.ok) return { ready: false, code: started.code }
  const { url, demo } = started.value
  if (!demo) return { ready: false, code: 'no-demo' }
  return { ready: true, url, ...demo }
}
