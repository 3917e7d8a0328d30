import { type EmbeddedCloudReply, openEmbeddedCloud } from '../contracts/host.ts'
import { createCloud } from './main.ts'

/** The part of Electron's `process.parentPort` that is used; the type of Electron is not known here. */
type ParentPort = {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: EmbeddedCloudReply): void
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by Electron to a utilityProcess
const port = (process as unknown as { readonly parentPort: ParentPort }).parentPort
let begun = false

port.on('message', ({ data }) => {
  if (begun) return
  begun = true
  void begin(data).then((reply) => port.postMessage(reply))
})

/**
 * The built-in cloud: a utilityProcess of Electron, on loopback only. Killing the process loses nothing:
 * every answer it gave is on disk.
 */
async function begin(data: unknown): Promise<EmbeddedCloudReply> {
  const options = openEmbeddedCloud.safeParse(data)
  if (!options.success) return { ready: false, code: 'bad-message' }
  const loopback = { port: 'as-before', host: '127.0.0.1' } as const
  const cloud = createCloud({ ...options.data, ...loopback, demo: true, log: false })
  process.once('SIGTERM', () => void cloud.stop().finally(() => process.exit(0)))
  const started = await cloud.start()
  if (!started.ok) return { ready: false, code: started.code }
  const { url, demo } = started.value
  if (!demo) return { ready: false, code: 'no-demo' }
  return { ready: true, url, ...demo }
}
