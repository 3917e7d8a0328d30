import { net } from 'electron'
import { deskOptions } from '../../contracts/desk.ts'
import { factsLine } from '../../core/log-facts.ts'
import type { Wire } from '../ipc/port-door.ts'
import { createDataRoot } from './data-root.ts'

/** Main's end of the channel; what is written to the error output reaches main's log. */
const wire: Wire = {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  post: (message) => process.parentPort.postMessage(message),
  onMessage: (receive) => {
    const unwrap = (event: { data: unknown }) => receive(event.data)
    process.parentPort.on('message', unwrap)
    return () => process.parentPort.removeListener('message', unwrap)
  },
}

const root = createDataRoot({
  options: deskOptions.parse(JSON.parse(process.argv[2] ?? 'null')),
  wire,
  // Electron's own, for the system's proxies and certificates.
  fetch: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
  log: (message, error) => console.error(factsLine(message, error)),
})
await root.start()
